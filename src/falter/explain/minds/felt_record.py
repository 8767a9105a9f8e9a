"""Why somebody felt what he felt, as plain values."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import Field

from falter.explain.minds.felt import Felt
from falter.explain.minds.hidden import Display
from falter.explain.minds.occasions import Reason
from falter.explain.performed import OfPerformance, which
from falter.model.record import Record
from falter.model.words import EMOTIONS

Lasting = Literal["line", "mood", "tie", "grief", "threat"]
Passing = Literal["deed", "tone", "rue", "touch", "lie", "spared", "memory", "caught", "outlook", "probe", "befell"]
Own = Literal["dwelt", "mastered", "reappraised", "averted"]
SECTIONS: Final = {"memory": "memory", "outlook": "motive", "threat": "wonder", "lie": "fact", "befell": "turn"}
"""Of each kind of reason that has a row, where it stands."""


class ReasonRecord(Record):
    """What a part of a feeling is owed to."""

    kind: Annotated[Lasting | Passing | Own, Field(description="what keeps it up; what raised it; what one did about it oneself")]
    act: Annotated[int | None, Field(description="its place among the performance's acts, from 0")]
    whom: Annotated[str | None, Field(description="the person it is about, or from")]
    what: Annotated[str | None, Field(description="the memory, motive, wonder, fact or turn")]


class FeltPartRecord(Record):
    """One part of a feeling."""

    reason: ReasonRecord
    left: Annotated[float, Field(description="what is felt of it now")]
    gave: Annotated[float, Field(description="what it added in all; of what keeps a feeling up, what is left")]


class TakenRecord(Record):
    """What lowered a feeling at once."""

    reason: ReasonRecord
    amount: Annotated[float, Field(description="how much more would be felt now without it; that fades as the feeling does")]


class ChannelRecord(Record):
    """One channel of display, in parts of what is felt: `let_be − held − covered` is `shows`."""

    channel: str
    let_be: Annotated[float, Field(description="what would show, were it let be and nothing worn")]
    held: Annotated[float, Field(description="held down; below 0, played up")]
    covered: Annotated[float, Field(description="what is worn hides of what is left")]
    shows: Annotated[float, Field(description="what others can see or hear of it")]


class FeltRecord(OfPerformance):
    """Why somebody felt what he felt at a time, in s. What is left of the parts adds up to the strength, in [0, 1]."""

    kind: Literal["why felt"]
    who: str
    emotion: str
    t: Annotated[float, Field(description="in s")]
    strength: Annotated[float, Field(description="in [0, 1]")]
    parts: tuple[FeltPartRecord, ...]
    taken: tuple[TakenRecord, ...]
    channels: tuple[ChannelRecord, ...]


def record(felt: Felt) -> dict[str, Any]:
    """As plain values."""
    shown = Display(felt.trace, felt.person, felt.emotion, felt.step).channels
    return FeltRecord(
        kind="why felt",
        **which(felt.trace),
        who=felt.person,
        emotion=list(EMOTIONS)[felt.emotion],
        t=felt.t,
        strength=felt.strength,
        parts=tuple(FeltPartRecord(reason=_reason(felt, part.reason), left=part.left, gave=part.gave) for part in felt.parts),
        taken=tuple(TakenRecord(reason=_reason(felt, reason), amount=amount) for reason, amount in felt.taken),
        channels=tuple(
            ChannelRecord(channel=one.name, let_be=one.let_be, held=one.held, covered=one.covered, shows=one.shows) for one in shown
        ),
    ).model_dump(mode="json")


def _reason(felt: Felt, reason: Reason) -> ReasonRecord:
    tables, section = felt.trace.tables, SECTIONS.get(reason.kind)
    return ReasonRecord.model_validate(
        {
            "kind": reason.kind,
            "act": reason.event if reason.event >= 0 else None,
            "whom": tables.names.people[reason.whom].id if reason.whom >= 0 else None,
            "what": tables.labels[section][reason.row].label if section and reason.row >= 0 else None,
        }
    )
