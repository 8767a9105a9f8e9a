"""The probabilities of causation, told; and as plain values."""

from __future__ import annotations

import textwrap
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from falter.explore.causation import Causation
from falter.explore.intervals import Share
from falter.model.record import Record

WIDTH: Final = 79
COLUMN: Final = 20
"""Where answers begin."""


class OfRunsRecord(Record):
    """A share of some runs, with its interval."""

    runs: Annotated[int, Field(description="how many")]
    share: Annotated[float, Field(description="of them, in [0, 1]")]
    low: Annotated[float, Field(description="of Wilson's interval, in [0, 1]")]
    high: Annotated[float, Field(description="of the same")]


class CausationRecord(Record):
    """What an act had to do with an ending, by intervention with the same luck run by run."""

    kind: Literal["causation"]
    scene: Annotated[str, Field(description="the scene's title")]
    act: str
    ending: str
    seed: Annotated[int, Field(description="the seed of all of them")]
    runs: Annotated[int, Field(description="performances that count")]
    level: Annotated[float, Field(description="how often an interval holds the true share")]
    done: Annotated[int, Field(description="of them, those in which the act was done")]
    ended: Annotated[int, Field(description="those that ended so")]
    impossible: Annotated[int, Field(description="those in which it was not done, and could not be at any time")]
    unmet: Annotated[int, Field(description="those that would not have met what must be in the other world, and so have come to no ending")]
    necessary: Annotated[OfRunsRecord, Field(description="of those with both: that would not have ended so without it")]
    sufficient: Annotated[
        OfRunsRecord, Field(description="of those with neither, where it could be done: that would have ended so with it")
    ]
    both: Annotated[OfRunsRecord, Field(description="of all where it could be done: that end so with it and not without")]
    against: Annotated[OfRunsRecord, Field(description="of all where it could be done: that end so without it and not with it")]


def told(one: Causation) -> str:
    """The two questions and their answers, and of how many performances they are."""
    worlds = one.worlds
    done, ended = int(worlds.done.sum()), int(worlds.ended.sum())
    head = f"{one.act}: done in {done} of {one.runs} performances. {one.ending}: {ended} of the {one.runs}."
    if one.impossible == one.runs and one.runs:
        never = "It could not be done at any time in any of them: there is nothing to compare."
        return "\n".join([*textwrap.wrap(head, WIDTH), never]) + "\n"
    (necessary, had_both), (sufficient, had_neither), (both, all_), (against, _) = _shares(one)
    answers = {
        "Was it necessary?": f"Of the {had_both} that had both, {_percent(necessary)} would not have ended so without it."
        if had_both
        else "No performance had both.",
        "Was it sufficient?": f"Of the {had_neither} that had neither, {_percent(sufficient)} would have ended so with it."
        if had_neither
        else "No performance had neither, where it could be done.",
        "Over all": f"Of {all_}, {_percent(both)} end so with it and only with it, {_percent(against)} without it and only without it.",
    }
    lines = [line for question, answer in answers.items() for line in _filled(question, answer)]
    rest = []
    if one.impossible:
        rest.append(f"In {one.impossible} it could not be done at any time; of those it is not said what it would have led to.")
    if one.unmet:
        rest.append(f"{one.unmet} would not have met what must be, and so have come to no ending.")
    return (
        "\n".join([*textwrap.wrap(head, WIDTH), "", *lines, *(line for text in rest for line in ("", *textwrap.wrap(text, WIDTH)))]) + "\n"
    )


def _filled(question: str, answer: str) -> list[str]:
    """A question, and its answer beside it; a number and its % are not parted."""
    text = f"{question:{COLUMN}}{answer}".replace(" %", "\u00a0%")
    return [line.replace("\u00a0", " ") for line in textwrap.wrap(text, WIDTH, subsequent_indent=" " * COLUMN)]


def record(one: Causation) -> dict[str, Any]:
    """As plain values."""
    shares = [OfRunsRecord(runs=among, **share._asdict()) for share, among in _shares(one)]
    return CausationRecord(
        kind="causation",
        scene=one.scene,
        act=one.act,
        ending=one.ending,
        seed=one.seed,
        runs=one.runs,
        level=one.level,
        done=int(one.worlds.done.sum()),
        ended=int(one.worlds.ended.sum()),
        impossible=one.impossible,
        unmet=one.unmet,
        necessary=shares[0],
        sufficient=shares[1],
        both=shares[2],
        against=shares[3],
    ).model_dump(mode="json")


def _shares(one: Causation) -> list[tuple[Share, int]]:
    """The four shares, each with how many runs it is of."""
    worlds = one.worlds
    possible = int(worlds.possible.sum())
    return [
        (one.necessary, int((worlds.done & worlds.ended).sum())),
        (one.sufficient, int((~worlds.done & ~worlds.ended & worlds.possible).sum())),
        (one.both, possible),
        (one.against, possible),
    ]


def _percent(share: Share) -> str:
    return f"{100.0 * share.share:.0f} % ({100.0 * share.low:.0f}–{100.0 * share.high:.0f})"
