"""What each person wonders about another, as a grid of (tie, which intent) and a picture of the other's motives (docs/mind.md 8)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import comb
from typing import Final

from falter.diagnostics.source import Path
from falter.model.people import Person, Wonder
from falter.model.words import EMOTIONS, MOTIVES, TIES
from falter.tables.adding import added
from falter.tables.following import log
from falter.tables.layout import LANES
from falter.tables.motives import Motive
from falter.tables.names import Names
from falter.tables.rows import Row, Rows

LEVELS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
HARMFUL: Final = frozenset({"kills", "harms", "threatens"})
MOST_INTENTS: Final = 3
"""Acts of one person that another can wonder about."""
FAMILIAR: Final = "familiar with"
GIVEN_AWAY: Final = {"love": "loves", "hate": "hates", "fear": "fears", "hurt": "hurt by"}
"""The tie that gives a hidden feeling away."""
MOTIVE_KINDS: Final = tuple(MOTIVES)
EMOTION_NAMES: Final = tuple(EMOTIONS)


@dataclass
class Reading:
    """What one person wonders about one other that is reckoned jointly: at most one tie, and acts of which at most one is meant."""

    reader: Person
    actor: Person
    tie: Wonder | None
    intents: tuple[Wonder, ...]

    def asked(self) -> list[Wonder]:
        """The wonders, the tie first."""
        return [*([self.tie] if self.tie else []), *self.intents]


def readings_of(reader: Person, names: Names) -> list[Reading]:
    """The readings of a person, by the order of those read; a second tie of the same person's is a reading of its own."""
    made = []
    for actor in names.people:
        about = [wonder for wonder in reader.wonders if wonder.person == actor.id]
        ties = [wonder for wonder in about if wonder.about == "tie"]
        intents = tuple(wonder for wonder in about if wonder.about == "means")[:MOST_INTENTS]
        if ties or intents:
            made.append(Reading(reader, actor, ties[0] if ties else None, intents))
        made += [Reading(reader, actor, tie, ()) for tie in ties[1:]]
    return made


def add_reading(
    rows: Rows,
    names: Names,
    reading: Reading,
    motives: list[Motive],
    acts: int,
    constants: dict[str, float],
    path: Path,
    labels: dict[Path, Row],
) -> int:
    """Rows for one reading: its cells, the moments of each act of the actor in each, the picture of his motives, what is wondered."""
    label = Row(f"{reading.reader.id} reads {reading.actor.id}")
    cells = rows.count("cell")
    _add_cells(rows, label, reading, constants["transparency"])
    cells_end = rows.count("cell")
    side_by_side = -(-(cells_end - cells) // LANES)
    moments = rows.fill("moment", label, acts * side_by_side)
    weighing = rows.fill("weighing", label, side_by_side)
    views = rows.count("picture")
    wondered = rows.count("wondered")
    weights = rows.fill("weight", label, sum(_role(reading, motive, constants)[0] > 0 for motive in motives) * side_by_side)
    asks = rows.count("wonder")
    for m, motive in enumerate(motives):
        role, weight, ask = _role(reading, motive, constants)
        rows.add("picture", Row(motive.label()), ROLE=role, W=weight, P=motive_prospect(motive))
        if role:
            rows.add("wondered", Row(motive.label()), MOTIVE=m, ROLE=role, W=weight, ASK=asks + ask if ask >= 0 else -1)
    for wonder in reading.asked():
        order = reading.reader.wonders.index(wonder)
        _add_wonder(rows, names, reading, wonder, order, labels.get((*path, "wonders", order), Row("")))
    care0 = reading.tie.strength if reading.tie else 0.5
    odds0 = added(chance for intent, chance in _intent(reading) if intent)
    return rows.add(
        "read",
        label,
        READER=names.person[reading.reader.id],
        ACTOR=names.person[reading.actor.id],
        CELLS=cells,
        CELLS_END=cells_end,
        MOMENTS=moments,
        WEIGHING=weighing,
        WEIGHTS=weights,
        VIEWS=views,
        WONDERED=wondered,
        WONDERED_END=rows.count("wondered"),
        ASKS=asks,
        ASKS_END=rows.count("wonder"),
        CARE0=care0,
        ODDS0=odds0,
        CARE=care0,
        ODDS=odds0,
    )


def _add_cells(rows: Rows, label: Row, reading: Reading, transparency: float) -> None:
    """The grid, with the reader's prior and the one that the actor takes him to have."""
    guessed = _care(_guessed(reading, transparency))
    intents = _guessed_intents(reading, transparency)
    for (one, (level, care)), (other, (intent, chance)) in product(enumerate(_care(_expected(reading))), enumerate(_intent(reading))):
        prior, guess = care * chance, guessed[one][1] * intents[other]
        logs = {"PRIOR": log(max(prior, 1e-12)), "GUESSED": log(max(guess, 1e-12))}
        rows.add("cell", label, CARE=level, INTENT=intent, POST=prior, THEIRS=guess, **logs)


def _add_wonder(rows: Rows, names: Names, reading: Reading, wonder: Wonder, order: int, place: Row) -> None:
    reader = reading.reader
    intent = reading.intents.index(wonder) + 1 if wonder in reading.intents else 0
    guessed = _guessed(reading, 0.0)
    guess = wonder.strength if intent or guessed is None else guessed
    rows.add(
        "wonder",
        Row(asked_about(wonder), place.path, place.span),
        READER=names.person[reader.id],
        ACTOR=names.person[reading.actor.id],
        READ=rows.count("read"),
        ORDER=order,
        INTENT=intent,
        MOVE=names.move.get(wonder.move or "", -1),
        THREAT=int(intent > 0 and _threatens(reader, wonder, names)),
        MUTUAL=-1,
        TIE=list(TIES).index(wonder.tie) if wonder.tie else -1,
        WHOM=names.person.get(wonder.other or "", -1),
        TAKEN=wonder.strength,
        START=wonder.strength,
        TRUE=_own(reading, wonder),
        NOW=wonder.strength,
        THEIRS=guess,
        HIGHEST=wonder.strength,
    )


def asked_about(wonder: Wonder) -> str:
    """What is wondered, for people: `KYLO means to strike`, `KYLO loves HUX`."""
    if wonder.about == "means":
        return " ".join(part for part in (wonder.person, "means to", wonder.move, wonder.target) if part)
    return f"{wonder.person} {wonder.tie} {wonder.other}"


def join_mutual(rows: Rows, names: Names) -> None:
    """Where two wonder the same of each other, each wonder learns the other's row; secrets learn who wonders about them."""
    count = rows.count("wonder")
    for at in range(count):
        for other in range(count):
            if _mutual(rows, names, at, other):
                rows.set("wonder", at, MUTUAL=other)
    for m in range(rows.count("motive")):
        feeling = rows.whole("motive", m, "FEELING")
        if MOTIVE_KINDS[rows.whole("motive", m, "KIND")] != "secrecy" or feeling < 0:
            continue
        tie, owner = GIVEN_AWAY.get(EMOTION_NAMES[feeling], ""), rows.whole("motive", m, "OWNER")
        given = (at for at in range(count) if rows.whole("wonder", at, "ACTOR") == owner and wonder_of(rows, names, at).tie == tie)
        rows.set("motive", m, TOLD=next(given, -1))


def wonder_of(rows: Rows, names: Names, row: int) -> Wonder:
    """The model's record of a row of wonders."""
    return names.people[rows.whole("wonder", row, "READER")].wonders[rows.whole("wonder", row, "ORDER")]


def _mutual(rows: Rows, names: Names, one: int, other: int) -> bool:
    """Do two wonder how each is tied to the other, by the same tie?"""
    first, second = wonder_of(rows, names, one), wonder_of(rows, names, other)
    reader, actor = (names.people[rows.whole("wonder", one, column)].id for column in ("READER", "ACTOR"))
    asks_back = names.people[rows.whole("wonder", other, "READER")].id == actor and second.person == reader
    return asks_back and first.tie is not None and (first.tie, first.other, second.other) == (second.tie, reader, actor)


def _mean(strength: float) -> float:
    return min(max(strength, 0.0), 1.0)


def _expected(reading: Reading) -> float | None:
    return reading.tie.strength if reading.tie else None


def _own(reading: Reading, wonder: Wonder) -> float:
    """How it is in truth: the tie, or whether he was ordered to or wants to."""
    actor = reading.actor
    if wonder.about == "means":
        bound = [*((order.move, order.target) for order in actor.orders), *((want.move, want.target) for want in actor.wants)]
        return float(any(move == wonder.move and target in (None, wonder.target, reading.reader.id) for move, target in bound))
    return max((tie.performed for tie in actor.ties if tie.word == wonder.tie and tie.person == wonder.other), default=0.0)


def _guessed(reading: Reading, transparency: float) -> float | None:
    """The tie that the actor takes the reader to have expected."""
    if reading.tie is None:
        return None
    familiar = max((tie.performed for tie in reading.actor.ties if tie.word == FAMILIAR and tie.person == reading.reader.id), default=0.0)
    return guessed_prior(reading.tie.strength, familiar, transparency, _own(reading, reading.tie))


def guessed_prior(prior: float, familiar: float, transparency: float, own: float) -> float:
    """Where one takes another to have begun: `(1 − t)(f·prior + (1 − f)/2) + t·own`, all in [0, 1].

    One who knows the other well knows what the other thought; a stranger's thoughts may be anything. `t` is the illusion of transparency
    (Gilovich, Savitsky & Medvec 1998): people take what they feel and mean to show more than it does. Form ours.

    >>> guessed_prior(0.4, 1.0, 0.0, 0.9), guessed_prior(0.4, 0.0, 0.0, 0.9), guessed_prior(0.4, 1.0, 1.0, 0.9)
    (0.4, 0.5, 0.9)
    """
    return (1.0 - transparency) * (familiar * prior + (1.0 - familiar) * 0.5) + transparency * own


def _guessed_intents(reading: Reading, transparency: float) -> list[float]:
    """The odds of none and of each intent that the actor takes the reader to have begun with."""
    chances = [chance for _, chance in _intent(reading)]
    own = [_own(reading, wonder) for wonder in reading.intents]
    if not own:
        return chances
    whole = max(added(own), 1.0)
    told = [0.0, *(one / whole for one in own)]
    told[0] = max(0.0, 1.0 - added(told))
    return [(1.0 - transparency) * chance + transparency * one for chance, one in zip(chances, told, strict=True)]


def _care(expected: float | None) -> list[tuple[float, float]]:
    """Levels of the tie with their prior: binomial, so that its mean is the strength the scene gives (our assumption)."""
    if expected is None:
        return [(0.5, 1.0)]
    p = _mean(expected)
    return [(level, comb(4, k) * p**k * (1 - p) ** (4 - k)) for k, level in enumerate(LEVELS)]


def _intent(reading: Reading) -> list[tuple[int, float]]:
    """None of the intents, and each: exclusive, so that their odds add up to 1."""
    odds = [wonder.strength for wonder in reading.intents]
    return [(0, max(0.0, 1.0 - added(odds))), *((k + 1, chance) for k, chance in enumerate(odds))]


def motive_prospect(motive: Motive) -> float:
    """A motive's prospect at the start."""
    from falter.model.constants import PROSPECTS

    return motive.prospect if motive.prospect is not None else PROSPECTS[motive.kind]


def _role(reading: Reading, motive: Motive, constants: dict[str, float]) -> tuple[int, float, int]:
    """What the reader makes of a motive: the tie or an intent wondered about (and which wonder), or a weight as far as it is known.

    Known are ties that are not hidden, orders the reader gave, that people want to live and owe answers.
    """
    tie = reading.tie
    if tie and tie.tie and motive.kind == TIES[tie.tie].motive and motive.object == tie.other:
        return 1, 0.0, -1
    for number, intent in enumerate(reading.asked()):
        meant = motive.kind in ("obey", "want") and intent.about == "means" and motive.move == intent.move
        if meant and motive.target in (None, intent.target, reading.reader.id):
            return 2, constants["intent_weight"], number
    if motive.kind == "live":
        return 0, motive.weight, -1
    if motive.kind == "answer":
        return 0, constants["answer_weight"], -1
    if motive.kind == "obey" and motive.object == reading.reader.id:
        return 0, motive.weight, -1
    public = [
        known
        for known in reading.actor.ties
        if not known.hidden and TIES[known.word].motive == motive.kind and known.person == motive.object
    ]
    return 0, max((known.performed for known in public), default=0.0), -1


def _threatens(reader: Person, intent: Wonder, names: Names) -> bool:
    if intent.target not in (None, reader.id):
        return False
    moves = [names.moves[row] for row in names.moves_of(intent.move or "")]
    meant = {meant.word for move in moves for means in (move.means, *(wording.means for wording in move.wordings)) for meant in means}
    return bool(meant & HARMFUL)
