"""On what occasion the engine raised a feeling, or took from it: told by the function that wrote it, and by what that was called with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from falter.explain.minds.writing import Calls, Write


class Reason(NamedTuple):
    """What a part of a feeling is owed to.

    `kind`: "line" (the scene says so), "mood" (the mood of the moment sharpened or dulled it); what keeps it up: "tie", "grief", "threat";
    what raised or lowered it: "deed" and "tone" (of the act `event`, as it bears on `whom`), "rue" (having done it with half a heart),
    "touch", "lie", "spared", "memory", "caught" (from `whom`), "outlook" (of a motive), "probe", "befell"; what one did about it oneself:
    "dwelt", "mastered", "reappraised", "averted".
    """

    kind: str
    event: int = -1
    """Of an act, its index."""
    whom: int = -1
    """The row of the person it is about, or from."""
    row: int = -1
    """The row of the motive, memory, wonder, fact, family of feeling or turn, as the kind says."""


LINE: Final = Reason("line")
MOOD: Final = Reason("mood")
KEEPING: Final = frozenset(("line", "mood", "tie", "grief", "threat"))
"""Kinds of reason that keep a feeling up for as long as they last; what else raises one, fades."""
RELAXING: Final = "feelings.settle_feelings"

Values = dict[str, Any]
_MADE: Final[dict[str, Callable[[Values, Calls], Reason]]] = {
    "appraise.judge": lambda at, calls: _deed(at, calls),
    "world.take_in": lambda at, calls: Reason("befell", whom=at["about"], row=_turn(calls)),
    "prospects.feel_prospects": lambda at, _: Reason("outlook", row=at["m"]),
    "contagion.catch_moods": lambda at, _: Reason("caught", whom=at["source"], row=at["family"]),
    "memory.come_back": lambda at, _: Reason("memory", row=at["memory"]),
    "aftermath.rue": lambda at, _: Reason("rue", at["event"], at["about"]),
    "touching.touch": lambda at, _: Reason("touch", at["event"], at["doer"]),
    "telling.claim": lambda at, calls: Reason("lie", calls["effects.land"]["event"], row=at["fact"]),
    "probing.feel_probed": lambda at, _: Reason("probe", whom=at["prober"]),
    "appraise.relieve": lambda _, calls: Reason("spared", calls["meaning.mean_it"]["event"], calls["meaning.mean_it"]["doer"]),
    "meaning.dwell": lambda _, calls: _own("dwelt", calls),
    "aftermath.master": lambda _, calls: _own("mastered", calls),
    "coping.reappraise": lambda _, calls: _own("reappraised", calls),
    "coping.avert": lambda _, calls: _own("averted", calls),
}
"""Of each function that moves feelings on an occasion, the occasion; looked for from the write outwards."""


def occasion(write: Write) -> Reason:
    """What a write to a feeling was owed to. Raises LookupError for a function that nobody has told this module of."""
    for name, values in write.calls.items():
        if name in _MADE:
            return _MADE[name](values, write.calls)
    raise LookupError(f"nobody knows why {' in '.join(write.calls)} moved a feeling")


def untilted(write: Write) -> float | None:
    """What an event would have added in an even mood, in [0, 1]; None where mood has no say."""
    raised = write.calls.get("appraise.raise_feeling")
    return None if raised is None else float(raised["amount"])


def _deed(at: Values, calls: Calls) -> Reason:
    tone = "warmth" in calls["appraise.appraise"]
    return Reason("tone" if tone else "deed", calls["effects.land"]["event"], at["about"])


def _own(kind: str, calls: Calls) -> Reason:
    return Reason(kind, calls["meaning.mean_it"]["event"])


def _turn(calls: Calls) -> int:
    return int(next((values["turn"] for values in calls.values() if "turn" in values), -1))
