"""Two performances beside each other, for a person at a terminal, for a notebook and as plain values."""

from __future__ import annotations

import textwrap
from html import escape
from itertools import islice, zip_longest
from typing import Annotated, Any, Literal

from pydantic import Field

from falter.explain.beat_words import done
from falter.explain.changes.gone import GoneRecord
from falter.explain.changes.parting import ABOUT, Missed, Parting, the_same_act
from falter.explain.performed import OfPerformance, which
from falter.explain.wording import Wording
from falter.model.record import Record
from falter.narrate.script import wording_of
from falter.narrate.timeline import clock, span
from falter.performance.event import Event
from falter.performance.trace import Trace

WIDTH = 47
"""Columns of one of the two."""
BOTH = 2 * WIDTH + 2
LEAST = 0.01
"""Of what an act takes, a share that is as good as nothing."""
ACTS = 12
"""Acts of each that are shown from where they part."""


class ActRecord(Record):
    """An act of a performance."""

    t: Annotated[float, Field(description="when it was begun, in s")]
    who: str
    move: str
    to: str | None
    wording: Annotated[int, Field(description="which of the move's wordings, from 0")]
    cut: Annotated[bool, Field(description="stopped before it took effect")]


class FirstRecord(ActRecord):
    """The act with which two performances part."""

    of: Annotated[Literal["as written", "changed"], Field(description="which of the two has it")]


class MissedRecord(Record):
    """How near the other performance came to that act."""

    open: bool
    share: Annotated[float, Field(ge=0.0, le=1.0, description="of what it takes, the most that had gathered")]
    t: Annotated[float, Field(description="when that was, in s")]


class PerformedRecord(Record):
    """One of the two, from where they part."""

    ending: str
    seconds: Annotated[float, Field(description="how long it is, in s")]
    acts: tuple[ActRecord, ...]


class WhatIfRecord(OfPerformance):
    """What would have been, had something been different: two performances of the same seed and run. Times are in s."""

    kind: Literal["what if"]
    change: Annotated[str, Field(description="what was different, in words")]
    gone: GoneRecord
    parted_at: Annotated[float | None, Field(description="null where they never part")]
    shared_acts: Annotated[int, Field(description="how many acts both have before they part")]
    first: FirstRecord | None
    comes_at: Annotated[float | None, Field(description="when the other one has that act, where it has it from there on")]
    missed: Annotated[MissedRecord | None, Field(description="null where the other one has that act, or it has no such act at all")]
    as_written: PerformedRecord
    changed: PerformedRecord


def beside(parting: Parting, change: str, most: int = ACTS) -> str:
    """Where they part, what kept the one from what the other did, and the acts of both from there on."""
    if parting.t is None:
        return "\n".join(textwrap.wrap(_all_the_same(parting, change), BOTH)) + "\n"
    told = textwrap.wrap(_turned(parting), BOTH)
    columns = [] if parting.nothing_else else ["", *_columns(parting, change, most)]
    return "\n".join([_until(parting), *told, *columns]) + "\n"


def html(parting: Parting, change: str, most: int = ACTS) -> str:
    """For a notebook: the same sentences, the acts in two columns, and those beyond the first `most` behind a line that opens."""
    if parting.t is None:
        return f"<p>{escape(_all_the_same(parting, change))}</p>"
    said = escape(f"{_until(parting)} {_turned(parting)}".strip())
    if parting.nothing_else:
        return f"<article><p>{said}</p></article>"
    both = zip((parting.one, parting.other), parting.rest, strict=True)
    heads = "".join(f"<th>{escape(one)}</th>" for one in ("as written", change))
    cells = "".join(f'<td style="vertical-align: top; text-align: left">{_cell(*one, most)}</td>' for one in both)
    return f"<article><p>{said}</p><table><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table></article>"


def _cell(trace: Trace, events: tuple[Event, ...], most: int) -> str:
    """The acts of one of the two, and how it ends."""
    lines = [f"<div>{escape(_line(trace, event).strip())}</div>" for event in events]
    more = f"<details><summary>… {len(lines) - most} more</summary>{''.join(lines[most:])}</details>" if len(lines) > most else ""
    return f"{''.join(lines[:most])}{more}<div>{clock(trace.seconds)} ends {escape(trace.ending)}</div>"


def _all_the_same(parting: Parting, change: str) -> str:
    """What is said of two performances that never part."""
    ending = f"it ends {parting.one.ending} at {clock(parting.other.seconds)}."
    if not change:
        return f"Nothing is changed: the same is done, and {ending}"
    if parting.identical:
        return f"Nothing comes of it: {change}, the same is done, and {ending}"
    return f"Nothing that anybody does comes of it: {change}, the same is done, each act within {ABOUT:g} s of when it was, and {ending}"


def record(parting: Parting, change: str, gone: GoneRecord) -> dict[str, Any]:
    """As plain values."""
    return WhatIfRecord(
        kind="what if",
        **which(parting.one),
        change=change,
        gone=gone,
        parted_at=parting.t,
        shared_acts=parting.shared,
        first=_first(parting),
        comes_at=parting.comes.t if parting.comes else None,
        missed=MissedRecord(**parting.missed._asdict()) if parting.missed else None,
        as_written=_performance(parting.one, parting.rest[0]),
        changed=_performance(parting.other, parting.rest[1]),
    ).model_dump(mode="json")


def _until(parting: Parting) -> str:
    assert parting.t is not None
    if not parting.shared:
        return f"They part with the first act, at {clock(parting.t)}."
    acts = f"{parting.shared} acts are" if parting.shared != 1 else "one act is"
    return f"The same is done up to {clock(parting.t)}; {acts} begun by then."


def _turned(parting: Parting) -> str:
    """The first difference in a sentence, and how near the other came."""
    if parting.first is None:
        ends = (f"{trace.ending} at {clock(trace.seconds)}" for trace in (parting.one, parting.other))
        return "As written it ends {}; with the change it ends {}.".format(*ends)
    having, event, lacking = parting.first
    whose, other = ("as written", "with the change") if having is parting.one else ("with the change", "as written")
    act = Wording(having, event.who).cause(("act", event.index))
    became = _there(event, lacking) or _later(event, parting.comes) or _over(event, lacking) or _missed(parting.missed)
    nothing_else = (
        f" Nothing else differs: it ends {parting.other.ending} at {clock(parting.other.seconds)}." if parting.nothing_else else ""
    )
    return f"Then, {whose}, {act}{', cut off' if event.cut else ''}; {other} {became}.{nothing_else}"


def _there(event: Event, other: Trace) -> str:
    """What became of it in the other performance, if it is begun there as well about then."""
    about = (one for one in other.events if abs(one.t - event.t) <= ABOUT)
    begun = next((one for one in about if the_same_act(one, event)), None)
    if begun is None:
        return ""
    if begun.cut == event.cut:
        return "it is done in other words"
    return "it is cut short" if begun.cut else "it comes to its end"


def _later(event: Event, comes: Event | None) -> str:
    """By how much later it is done in the other performance; "" where it is not."""
    if comes is None:
        return ""
    cut = ", and is cut off" if comes.cut and not event.cut else ""
    return f"it comes {span(comes.t - event.t)} later, at {clock(comes.t)}{cut}"


def _over(event: Event, other: Trace) -> str:
    """That the other performance is over by then; "" where it goes on."""
    return f"it is over by then, at {clock(other.seconds)}" if other.seconds < event.t else ""


def _missed(missed: Missed | None) -> str:
    if missed is None:
        return "there is no such act"
    if not missed.open:
        return "that is not open to do"
    if missed.share < LEAST:
        return "it is nowhere near"
    return f"it comes to {100.0 * missed.share:.0f} % of what it takes, at {clock(missed.t)}"


def did(event: Event) -> str:
    """An act in a few words, by ids: `KYLO does strike to HUX`."""
    return f"{event.who} does {event.move}" + (f" to {event.to}" if event.to else "") + (" (cut off)" if event.cut else "")


def _columns(parting: Parting, change: str, most: int) -> list[str]:
    heads = [textwrap.wrap(head, WIDTH) for head in ("as written", change)]
    left, right = (
        [*head, *[""] * (max(map(len, heads)) - len(head)), "-" * WIDTH, *_column(trace, events, most)]
        for head, trace, events in zip(heads, (parting.one, parting.other), parting.rest, strict=True)
    )
    return [f"{one:<{WIDTH}}  {other}".rstrip() for one, other in zip_longest(left, right, fillvalue="")]


def _column(trace: Trace, events: tuple[Event, ...], most: int) -> list[str]:
    lines = [line for event in islice(events, most) for line in textwrap.wrap(_line(trace, event), WIDTH, subsequent_indent="        ")]
    if len(events) > most:
        lines.append(f"        … {len(events) - most} more")
    return [*lines, f"{clock(trace.seconds):>7} ends {trace.ending}"]


def _line(trace: Trace, event: Event) -> str:
    words = done(trace, event)
    said = f"“{words}”" if wording_of(trace.scene, event).kind == "says" else words
    return f"{clock(event.t):>7} {event.who} {said}" + (" (cut off)" if event.cut else "")


def _first(parting: Parting) -> FirstRecord | None:
    if parting.first is None:
        return None
    having, event, _ = parting.first
    return FirstRecord(of="as written" if having is parting.one else "changed", **act_record(event).model_dump())


def _performance(trace: Trace, events: tuple[Event, ...]) -> PerformedRecord:
    return PerformedRecord(ending=trace.ending, seconds=trace.seconds, acts=tuple(act_record(event) for event in events))


def act_record(event: Event) -> ActRecord:
    """An act as plain values."""
    return ActRecord(t=event.t, who=event.who, move=event.move, to=event.to, wording=event.wording, cut=event.cut)
