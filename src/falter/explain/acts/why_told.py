"""Why somebody did something, told: a tree that a person reads in ten lines, or opens further; and as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Final, Literal, NamedTuple, TypeVar, cast

from pydantic import Field

from falter.explain.acts.cause_record import CauseRecord, cause_if_any
from falter.explain.acts.causes import OWN
from falter.explain.acts.deciding import DecidingRecord, deciding_record
from falter.explain.acts.deeper import DeeperRecord, deeper, deeper_record
from falter.explain.acts.heading import heading
from falter.explain.acts.summary import MUCH, spoke_for, stood_against, undecided
from falter.explain.acts.why import HAIR, Behind, Part, Why
from falter.explain.agreeing import agreeing
from falter.explain.beat_words import act_told
from falter.explain.performed import OfPerformance, which
from falter.explain.standing import ITSELF, Cause
from falter.explain.wording import Place as Place
from falter.explain.wording import Wording
from falter.model.record import Record
from falter.model.words import EMOTIONS
from falter.narrate.timeline import clock

FEW: Final = 4
"""Motives, and things behind each, that are told where one does not ask for all; more where what is left out were much."""
NAUGHT: Final = 0.005
"""Share below which something is not told at all: it would be told as nothing."""
TOLD: Final = 0.01
"""Share below which something is left out where one does not ask for all."""
REST: Final = 0.05
"""What is left out behind a motive is summed up from this share of the preference on."""


By = Literal["itself", "waiting", "feeling", "mind", "reading"]


class BehindRecord(Record):
    """What was behind a part of a preference."""

    by: Annotated[
        By,
        Field(description="of itself; because doing nothing would cost; by a feeling; brought to mind; by what another was taken to mean"),
    ]
    emotion: Annotated[str | None, Field(description="the feeling, where it was one")]
    cause: Annotated[CauseRecord | None, Field(description="what was behind that; null for what was there all along")]
    share: Annotated[float, Field(description="of the preference (of a `why not`, of the threshold); below 0, it spoke against")]


class PartRecord(Record):
    """What one motive, or luck, or other acts, had to do with a preference; below 0, it spoke against."""

    kind: Annotated[str, Field(description="a kind of motive; or `chance`, `rivals`, `start`")]
    label: Annotated[str, Field(description="the motive and its object")]
    path: Annotated[tuple[str | int, ...], Field(description="where in the scene it is written; empty for what is nowhere")]
    share: Annotated[float, Field(description="of the preference (of a `why not`, of the threshold); below 0, it spoke against")]
    behind: tuple[BehindRecord, ...]


class WeightRecord(Record):
    """One thing that spoke for an act: a motive of itself, or what happened, by all that it moved."""

    motive: str | None
    cause: CauseRecord | None
    share: Annotated[float, Field(description="of the preference, as causes are weighed")]


class WhyRecord(OfPerformance):
    """Why an act was done. Times are in s; shares are of the preference as it was begun, and add up to 1."""

    kind: Literal["why"]
    t: Annotated[float, Field(description="when it was begun")]
    who: str
    move: str
    to: str | None
    since: Annotated[float | None, Field(description="since when it had been building up; null where no race decided it")]
    preference: Annotated[float | None, Field(description="in √s, as it was begun")]
    threshold: Annotated[float | None, Field(description="in √s")]
    deciding: DecidingRecord
    parts: tuple[PartRecord, ...]
    causes: Annotated[tuple[WeightRecord, ...], Field(description="the weightiest first")]
    deeper: Annotated[tuple[DeeperRecord, ...] | None, Field(description="what was behind those; null where it is not asked for")]


class Joined(NamedTuple):
    """One thing behind a motive, and the ways in which it worked, the strongest first."""

    ways: tuple[Behind, ...]
    share: float


Sharing = TypeVar("Sharing", Part, Joined)


def told(why: Why, place: Place, everything: bool = False) -> str:
    """The act, what spoke for it and against it, and what was behind that."""
    wording = wording_of(why)
    lines = above(why, place)
    if why.crossing is not None:
        lines += ["", *parts_told(why.parts, wording, place, everything)]
        lines += _deeper_told(why, wording) if everything else []
    return agreeing("\n".join(lines) + "\n", why.trace.scene)


def above(why: Why, place: Place) -> list[str]:
    """The act, and in sentences what decided it: what stands above its parts, in lines; an empty one parts it from the sentences."""
    head = f"{clock(why.event.t)}  {act_told(why.trace, why.event)}"
    return [head, "", *(heading(why, wording_of(why), place) if why.crossing else [f"Nothing decided it: {undecided(why)}."])]


def wording_of(why: Why) -> Wording:
    """What everything is called as it was when the act was begun."""
    return Wording(why.trace, why.event.who, why.step)


def _deeper_told(why: Why, wording: Wording) -> list[str]:
    """What was behind the causes of it that are told."""
    stand = {one.ways[0].cause for part in told_at_all(why.parts) for one in told_at_all(behind_of(part))}
    stand |= {why.opened.cause} if why.opened else set()
    found = (one for one in deeper(why, wording) if one.cause in stand)
    lines = [line for one in found for line in (f"  {wording.cause(one.cause)}", f"{'':6}{one.told}")]
    return ["and behind that", *lines] if lines else []


def record(why: Why, everything: bool = False) -> dict[str, Any]:
    """As plain values: shares of the preference at the crossing, which add up to 1."""
    event, crossing = why.event, why.crossing
    return WhyRecord(
        kind="why",
        **which(why.trace),
        t=event.t,
        who=event.who,
        move=event.move,
        to=event.to,
        since=crossing.build.since if crossing else None,
        preference=crossing.preference if crossing else None,
        threshold=crossing.threshold if crossing else None,
        deciding=deciding_record(why),
        parts=tuple(part_record(part) for part in why.parts),
        causes=tuple(weight_record(*one) for one in why.causes()),
        deeper=tuple(deeper_record(one) for one in deeper(why, wording_of(why))) if everything else None,
    ).model_dump(mode="json")


def weight_record(part: Part | None, cause: Cause, share: float) -> WeightRecord:
    """As plain values."""
    return WeightRecord(motive=part.label if part else None, cause=cause_if_any(cause), share=share)


def parts_told(parts: tuple[Part, ...], wording: Wording, place: Place, everything: bool) -> list[str]:
    """What spoke for it and against it, the weightiest of each, with what was behind that."""
    shown = told_at_all(parts) if everything else shown_of(parts)
    lines = []
    for side, those in sides_of(parts, shown):
        lines += [side, *(line for part in those for line in _part_told(part, wording, place, everything))]
    rest = sum(part.share for part in parts if part not in shown)
    return [*lines, *([f"all else {percent(rest)}"] if abs(rest) >= NAUGHT else [])]


def shown_of(parts: tuple[Part, ...]) -> list[Part]:
    """The weightiest of all, which are told where one does not ask for all; and those that the sentence names.

    So many that nothing left out is much, nor all of that together.
    """
    ordered = sorted(parts, key=lambda part: -abs(part.share))
    few = sum(abs(part.share) >= (TOLD if row < FEW else MUCH) for row, part in enumerate(ordered))
    while abs(sum(part.share for part in ordered[few:])) >= MUCH:
        few += 1
    return [*ordered[:few], *(part for part in (*spoke_for(parts), *stood_against(parts)) if part not in ordered[:few])]


def told_at_all(parts: Iterable[Sharing]) -> list[Sharing]:
    """Those that come to something in the figures."""
    return [part for part in parts if abs(part.share) >= NAUGHT]


def sides_of(parts: tuple[Part, ...], shown: list[Part]) -> list[tuple[str, list[Part]]]:
    """Of those that are shown, what spoke for it and what against it, the weightiest first; a side that nothing is on is left out."""
    ways = (("for it", parts, True), ("against it", parts[::-1], False))
    sides = ((side, [part for part in ordered if part in shown and (part.share > 0.0) == for_it]) for side, ordered, for_it in ways)
    return [(side, those) for side, those in sides if those]


def _part_told(part: Part, wording: Wording, place: Place, everything: bool) -> list[str]:
    told = [f"{percent(part.share):>8}  {part_named(part, wording, place)}"]
    behind = behind_of(part)
    shown = told_at_all(behind) if everything else few_of(behind)
    told += [f"{'':6}{percent(one.share):>8}  {wording.behind(one.ways)}" for one in shown]
    return told + _smaller(behind[len(shown) :] if shown else [one for one in behind if one.ways[0].by != "itself"])


def part_named(part: Part, wording: Wording, place: Place) -> str:
    """`his love of Nora (line 16)`."""
    line = place(part.path) if part.path else ""
    return f"{wording.motive(part)}{f' ({line})' if line else ''}"


def behind_of(part: Part) -> list[Joined]:
    """What was behind a motive, the weightiest first; nothing where it was only itself."""
    found = joined(part.behind)
    return [] if [(one.by, one.cause) for each in found for one in each.ways] == [("itself", ITSELF)] else found


def few_of(behind: list[Joined]) -> list[Joined]:
    """The first of them, and all that is much, which are told where one does not ask for all; none where only what it is of itself is."""
    few = [one for row, one in enumerate(behind) if abs(one.share) >= (TOLD if row < FEW else MUCH)]
    return few if [(way.by, way.cause) for one in few for way in one.ways] != [("itself", ITSELF)] else []


def _smaller(behind: list[Joined]) -> list[str]:
    """What is not told of singly, where it is something in all."""
    rest = sum(one.share for one in behind)
    return [f"{'':6}{percent(rest):>8}  and {len(behind)} smaller"] if abs(rest) >= REST else []


def joined(behind: tuple[Behind, ...]) -> list[Joined]:
    """What is behind a motive, each cause once, by all that it moved in it; the weightiest first."""
    found: dict[object, list[Behind]] = {}
    for one in behind:
        found.setdefault((one.by, one.emotion, one.cause) if one.cause in OWN else one.cause, []).append(one)
    made = [Joined(tuple(ways), sum(one.share for one in ways)) for ways in found.values()]
    return sorted((one for one in made if abs(one.share) > HAIR), key=lambda one: -abs(one.share))


def part_record(part: Part) -> PartRecord:
    """As plain values."""
    behind = tuple(
        BehindRecord(by=cast("By", one.by), emotion=_emotion(one), cause=cause_if_any(one.cause), share=one.share) for one in part.behind
    )
    return PartRecord(kind=part.kind, label=part.label, path=part.path, share=part.share, behind=behind)


def _emotion(one: Behind) -> str | None:
    return list(EMOTIONS)[one.emotion] if one.emotion >= 0 else None


def percent(share: float) -> str:
    """`+8 %`."""
    return f"{100.0 * share:+.0f} %".replace("-", "−")
