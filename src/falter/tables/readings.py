"""What each person wonders about another, as a grid of (tie, intent) and a picture of the other's motives (docs/mind.md 8)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import comb
from typing import Final

from falter.model.people import Person, Wonder
from falter.model.words import TIES
from falter.numeric.arithmetic import log
from falter.tables.motives import Motive
from falter.tables.names import Names
from falter.tables.rows import Row, Rows

LEVELS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
HARMFUL: Final = frozenset({"kills", "harms", "threatens"})


@dataclass
class Reading:
    """All that one person wonders about one other."""

    reader: Person
    actor: Person
    tie: Wonder | None
    intent: Wonder | None


def readings_of(reader: Person, names: Names) -> list[Reading]:
    """The readings of a person, by the order of those read; of several wonders of one kind about one person, the first."""
    made = []
    for actor in names.people:
        about = [wonder for wonder in reader.wonders if wonder.person == actor.id]
        tie = next((wonder for wonder in about if wonder.about == "tie"), None)
        intent = next((wonder for wonder in about if wonder.about == "means"), None)
        if tie or intent:
            made.append(Reading(reader, actor, tie, intent))
    return made


def add_reading(rows: Rows, names: Names, reading: Reading, motives: list[Motive], acts: int, intent_weight: float, answer: float) -> int:
    """Rows for one reading: its cells, the moments of each act of the actor in each cell, the picture of his motives."""
    label = Row(f"{reading.reader.id} reads {reading.actor.id}")
    care0 = reading.tie.strength if reading.tie else 0.5
    odds0 = reading.intent.strength if reading.intent else 0.0
    cells = rows.count("cell")
    for (level, care), (intent, chance) in product(_care(reading), _intent(reading)):
        rows.add("cell", label, CARE=level, INTENT=intent, PRIOR=log(max(care * chance, 1e-12)), POST=care * chance)
    cells_end = rows.count("cell")
    moments = rows.fill("moment", label, (cells_end - cells) * acts)
    views = rows.count("picture")
    wondered = rows.count("wondered")
    for m, motive in enumerate(motives):
        role, weight = _role(reading, motive, intent_weight, answer)
        rows.add("picture", Row(motive.label()), ROLE=role, W=weight, P=motive_prospect(motive))
        if role:
            rows.add("wondered", Row(motive.label()), MOTIVE=m, ROLE=role, W=weight)
    return rows.add(
        "read",
        label,
        READER=names.person[reading.reader.id],
        ACTOR=names.person[reading.actor.id],
        CELLS=cells,
        CELLS_END=cells_end,
        MOMENTS=moments,
        VIEWS=views,
        WONDERED=wondered,
        WONDERED_END=rows.count("wondered"),
        THREAT=int(_threatens(reading, names)),
        MOVE=names.move.get(reading.intent.move or "", -1) if reading.intent else -1,
        CARE0=care0,
        ODDS0=odds0,
        CARE=care0,
        ODDS=odds0,
    )


def _care(reading: Reading) -> list[tuple[float, float]]:
    """Levels of the tie with their prior: binomial, so that its mean is the strength the scene gives (our assumption)."""
    if reading.tie is None:
        return [(0.5, 1.0)]
    p = min(max(reading.tie.strength, 0.0), 1.0)
    return [(level, comb(4, k) * p**k * (1 - p) ** (4 - k)) for k, level in enumerate(LEVELS)]


def _intent(reading: Reading) -> list[tuple[float, float]]:
    if reading.intent is None:
        return [(0.0, 1.0)]
    return [(0.0, 1.0 - reading.intent.strength), (1.0, reading.intent.strength)]


def motive_prospect(motive: Motive) -> float:
    """A motive's prospect at the start."""
    from falter.model.constants import PROSPECTS

    return motive.prospect if motive.prospect is not None else PROSPECTS[motive.kind]


def _role(reading: Reading, motive: Motive, intent_weight: float, answer: float) -> tuple[int, float]:
    """What the reader makes of a motive of the actor's: the tie or the intent wondered about, or a weight as far as it is known.

    Known are ties that are not hidden, orders the reader gave, that people want to live and owe answers.
    """
    tie, intent = reading.tie, reading.intent
    if tie and tie.tie and motive.kind == TIES[tie.tie].motive and motive.object == tie.other:
        return 1, 0.0
    if (
        intent
        and motive.kind in ("obey", "want")
        and motive.move == intent.move
        and motive.target in (None, intent.target, reading.reader.id)
    ):
        return 2, intent_weight
    if motive.kind == "live":
        return 0, motive.weight
    if motive.kind == "answer":
        return 0, answer
    if motive.kind == "obey" and motive.object == reading.reader.id:
        return 0, motive.weight
    public = [
        known
        for known in reading.actor.ties
        if not known.hidden and TIES[known.word].motive == motive.kind and known.person == motive.object
    ]
    return 0, max((known.performed for known in public), default=0.0)


def _threatens(reading: Reading, names: Names) -> bool:
    intent = reading.intent
    if intent is None or intent.target not in (None, reading.reader.id):
        return False
    moves = [names.moves[row] for row in names.moves_of(intent.move or "")]
    meant = {meant.word for move in moves for means in (move.means, *(wording.means for wording in move.wordings)) for meant in means}
    return bool(meant & HARMFUL)
