"""Why somebody believed what he did, as plain values."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from falter.explain.minds.believed import Believed
from falter.explain.performed import OfPerformance, which
from falter.model.record import Record

OfAnother = Literal["held", "act", "look", "probe", "reply"]
OfAFact = Literal["saw", "word", "manner", "evaded", "silence"]


class EvidenceRecord(Record):
    """One thing that told of what is believed; times in s, the same where it was at once."""

    kind: Annotated[OfAnother | OfAFact, Field(description="of another: nothing done, an act, face and voice, a probe, a reply; of a fact")]
    since: Annotated[float, Field(description="in s")]
    until: Annotated[float, Field(description="in s")]
    act: Annotated[int | None, Field(description="its place among the performance's acts, from 0")]
    whom: Annotated[str | None, Field(description="whose doing it was")]
    nats: Annotated[float, Field(description="what it did to the log of the odds")]


class BelievedRecord(OfPerformance):
    """What somebody believed at a time, in s: `prior`, and what the evidence did, add up to `log_odds`, in nats."""

    kind: Literal["why believed"]
    who: str
    what: Annotated[str, Field(description="what is wondered, or the fact")]
    t: Annotated[float, Field(description="in s")]
    prior: Annotated[float, Field(description="the log of the odds at the start, in nats")]
    log_odds: Annotated[float, Field(description="the log of the odds then, in nats")]
    evidence: Annotated[tuple[EvidenceRecord, ...], Field(description="the weightiest first")]


def record(believed: Believed) -> dict[str, Any]:
    """As plain values."""
    people = believed.trace.tables.names.people
    return BelievedRecord(
        kind="why believed",
        **which(believed.trace),
        who=believed.person,
        what=believed.label,
        t=believed.t,
        prior=believed.prior,
        log_odds=believed.log_odds,
        evidence=tuple(
            EvidenceRecord.model_validate(
                {
                    "kind": one.kind,
                    "since": one.begun,
                    "until": one.ended,
                    "act": one.event if one.event >= 0 else None,
                    "whom": people[one.whom].id if one.whom >= 0 else None,
                    "nats": one.nats,
                }
            )
            for one in believed.weights
        ),
    ).model_dump(mode="json")
