"""One cause as plain values."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from falter.explain.standing import ITSELF, Cause
from falter.model.record import Record

CauseKind = Literal["act", "incident", "reading", "doubt", "face", "deadline", "tempo", "theta0", "outlook", "caught"]


class CauseRecord(Record):
    """An act, something that befell somebody, what one took another to mean, or what the author decided."""

    kind: CauseKind
    index: Annotated[int, Field(description="its place among the performance's acts or incidents, or its row in the tables; −1 for none")]


def cause_record(cause: Cause) -> CauseRecord:
    """As plain values."""
    return CauseRecord.model_validate({"kind": cause[0], "index": cause[1]})


def cause_if_any(cause: Cause) -> CauseRecord | None:
    """The same; None for what was there of itself."""
    return None if cause == ITSELF else cause_record(cause)
