"""What is looked for among performances: `ending=fled`, `act=KYLO.strike.HUX before 60`, `not lasts<90`, or several, joined by `and`.

Judged from what a batch leaves in columns; knows nothing of how it was performed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy

from falter.diagnostics.nearest import offer
from falter.diagnostics.unfit import UnfitError
from falter.explore.records import Beats, Flags, Labels, Runs
from falter.narrate.timeline import seconds_of
from falter.performance.batch import names_of
from falter.tables.act_names import offered, rows_called
from falter.tables.tables import Tables

KINDS: Final = ("ending", "act", "lasts")
_TERM: Final = re.compile(
    r"(?P<no>not\s+)?(?P<kind>[a-z]+)\s*(?P<sign>[=<>])\s*(?P<value>\S+(?:\s+(?!(?:before|after)\s)\S+)*?)(?:\s+(?P<side>before|after)\s+(?P<time>\S+))?"
)
AND: Final = r"(?:^|\s+)and(?:\s+|$)"
ENDLESS: Final = float("inf")


class WantedError(UnfitError):
    """What was to be found cannot be; `fix` says what to write."""

    OF = "wanted"


class Term(NamedTuple):
    """One thing wanted, or not: an ending (by its code), acts begun (by their rows) within a time, or how long it lasts; times in s."""

    kind: str
    codes: tuple[int, ...]
    least: float
    most: float
    negated: bool = False


@dataclass(frozen=True)
class Wanted:
    """All terms must hold."""

    text: str
    terms: tuple[Term, ...]

    @property
    def settled(self) -> float | None:
        """By when it is settled at the latest whether a run is such, in s; None where that is at the end."""
        times = [term.most if term.kind == "act" else min(term.most, abs(term.least)) for term in self.terms]
        return max(times) if max(times) < ENDLESS else None

    def among(self, runs: Runs, beats: Beats) -> Flags:
        """Which runs are such; of a scene that says what must be, only those that meet it."""
        found = runs.met == 1
        for term in self.terms:
            found &= _holds(term, runs, beats) != term.negated
        return numpy.asarray(found)


def wanted(text: str, tables: Tables) -> Wanted:
    """What was asked for, read. Raises WantedError."""
    if not isinstance(text, str):
        raise WantedError(f"must be text; got {text!r}", "write it in quotes, as in `ending=NAME`")
    parts = [" ".join(part.split()) for part in re.split(AND, text)]
    return Wanted(" and ".join(parts), tuple(_term(part, tables) for part in parts))


def _holds(term: Term, runs: Runs, beats: Beats) -> Flags:
    if term.kind == "ending":
        return numpy.isin(runs.ending, term.codes)
    if term.kind == "lasts":
        return numpy.asarray((runs.seconds > term.least) & (runs.seconds < term.most))
    such = numpy.isin(beats.act, term.codes) & (beats.t >= term.least) & (beats.t < term.most)
    return numpy.isin(runs.run, beats.run[such])


def _term(text: str, tables: Tables) -> Term:
    read = _TERM.fullmatch(text)
    if (
        read is None
        or read["kind"] not in KINDS
        or (read["kind"] == "lasts") == (read["sign"] == "=")
        or (read["side"] and read["kind"] != "act")
    ):
        raise WantedError(f"must say an ending, an act or a length; got `{text}`", f"write it as in {_example(tables)}")
    negated = read["no"] is not None
    if read["kind"] == "lasts":
        seconds = _seconds(read["value"])
        return Term("lasts", (), *((-ENDLESS, seconds) if read["sign"] == "<" else (seconds, ENDLESS)), negated)
    if read["kind"] == "ending":
        return Term("ending", (_ending(read["value"], tables),), -ENDLESS, ENDLESS, negated)
    time = _seconds(read["time"]) if read["side"] else 0.0
    within = {"before": (-ENDLESS, time), "after": (time, ENDLESS), None: (-ENDLESS, ENDLESS)}[read["side"]]
    return Term("act", _acts(read["value"], tables), *within, negated)


def _ending(name: str, tables: Tables) -> int:
    names = names_of(tables)
    if name not in names:
        raise WantedError(f"names no ending of this scene: `{name}`", offer(name, names))
    return names.index(name)


def _acts(name: str, tables: Tables) -> tuple[int, ...]:
    """Rows of the acts of that name: `KYLO.strike.HUX`, `KYLO.strike` on whomever, or `strike` by anybody."""
    labels = Labels(tables)
    found = tuple(rows_called(labels.acts, name))
    if not found:
        own = [one for one, is_own in zip(labels.acts, labels.authored, strict=True) if is_own]
        raise WantedError(f"names no act of this scene: `{name}`", offered(own, name))
    return found


def _seconds(text: str) -> float:
    seconds = seconds_of(text)
    if seconds is None:
        raise WantedError(f"needs a time in seconds of story time; got `{text}`", "write it as in `lasts<90`, or `lasts<1:30`")
    return seconds


def _example(tables: Tables) -> str:
    labels = Labels(tables)
    act = next((label.replace(" ", ".") for label, own in zip(labels.acts, labels.authored, strict=True) if own), "ANNA.go")
    return f"`ending={names_of(tables)[0]}` or `act={act} before 60`"
