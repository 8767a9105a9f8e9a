"""One list of motives a person, from ties, orders, norms, wants, what is hidden and wondered, and emotions' tendencies (docs/mind.md 1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from falter.diagnostics.source import Path
from falter.model.conditions import Condition
from falter.model.constants import GAINS, PROSPECTS, TENDENCIES
from falter.model.people import Person
from falter.model.words import MOTIVES, TIES
from falter.tables.names import Names, by_address, outlives
from falter.tables.rows import NEVER, Row, Rows

BINDING: Final = frozenset({"loves", "hates", "hurt by", "respects", "owes", "trusts"})
"""Ties that can turn: whoever has one may come to love the other, or to be hurt by him."""


@dataclass
class Motive:
    """A motive before it has a row."""

    kind: str
    weight: float
    object: str | None = None
    move: str | None = None
    target: str | None = None
    feeling: str | None = None
    meaning: str | None = None
    fact: str | None = None
    against: bool = False
    deadline: float = NEVER
    prospect: float | None = None
    unless: Condition | None = None
    link: str | None = None
    """The link that the target is to be kept on."""
    path: Path = ()

    def thing(self, names: Names) -> str:
        """What it is about, as its luck is keyed."""
        parts = (
            self.object and names.person_key(self.object),
            self.move and names.move_key(self.move),
            self.feeling,
            self.meaning or self.fact or (self.link and f"{self.link} {names.person_key(self.target)}"),
        )
        return " ".join((self.kind, *(part or "-" for part in parts)))

    def label(self) -> str:
        """For people: `cherish HUX`, `obey strike`, `obey VARGA phone`."""
        about = (self.move, self.target or self.object, self.feeling, self.meaning, self.fact, self.link)
        return " ".join(part for part in (self.kind, *about) if part)


def motives_of(person: Person, names: Names, constants: dict[str, float], place: Path) -> list[Motive]:
    """Every motive of a person, in the order of their addresses; two of a kind about the same are one, the stronger."""
    made = [*_from_ties(person, place), *_from_orders(person, place), *_from_norms(person, place)]
    made += [
        Motive("secrecy", constants["secrecy_weight"], feeling=_canonical(word, names), path=(*place, "hides")) for word in person.hides
    ]
    made += _from_promises(person, place)
    made += [
        Motive("secrecy", constants["secrecy_weight"], feeling=_canonical(rule.emotion, names), path=(*place, "shows", index))
        for index, rule in enumerate(person.shows)
        if rule.rule == "masks"
    ]
    made += _from_wonders(person, constants, place)
    made += [Motive("answer", constants["answer_weight"]), Motive("live", constants["live_weight"], object=person.id)]
    made += [Motive(kind, constants["tendency"], feeling=emotion) for kind, emotion in TENDENCIES.items()]
    made += _supposed(person, names)
    strongest: dict[str, Motive] = {}
    for motive in made:
        thing = motive.thing(names)
        if thing not in strongest or motive.weight > strongest[thing].weight:
            strongest[thing] = motive
    return by_address(strongest.values(), lambda motive: (names.key_of(person), "motive", motive.thing(names)))


def _canonical(word: str, names: Names) -> str:
    return list(names.emotions)[names.emotions[word]]


def _from_ties(person: Person, place: Path) -> list[Motive]:
    made = []
    for index, tie in enumerate(person.ties):
        kind = TIES[tie.word].motive
        if kind:
            made.append(Motive(kind, tie.performed, object=tie.person, path=(*place, "ties", index)))
        if tie.word in BINDING:
            made += [Motive(other, 0.0, object=tie.person, path=(*place, "ties", index)) for other in ("cherish", "redress")]
    return made


def _from_orders(person: Person, place: Path) -> list[Motive]:
    return [
        Motive(
            "obey",
            order.strength,
            object=order.by,
            move=order.move,
            target=order.keeps[0] if order.keeps else order.target,
            link=order.keeps[1] if order.keeps else None,
            deadline=order.within or NEVER,
            path=(*place, "orders", index),
        )
        for index, order in enumerate(person.orders)
        if order.move or order.keeps
    ]


def _from_promises(person: Person, place: Path) -> list[Motive]:
    return [
        Motive(
            "keep",
            promise.strength,
            move=promise.move,
            target=promise.target,
            deadline=promise.within or NEVER,
            unless=promise.unless,
            path=(*place, "promises", index),
        )
        for index, promise in enumerate(person.promises)
    ]


def _from_norms(person: Person, place: Path) -> list[Motive]:
    made = []
    for index, norm in enumerate(person.norms):
        prospect = PROSPECTS["norm"] if norm.against else 1.0 - PROSPECTS["norm"]
        made.append(
            Motive("norm", norm.strength, meaning=norm.meaning, against=norm.against, prospect=prospect, path=(*place, "norms", index))
        )
    made += [
        Motive("want", want.strength, move=want.move, target=want.target, path=(*place, "wants", index))
        for index, want in enumerate(person.wants)
    ]
    return made


def _from_wonders(person: Person, constants: dict[str, float], place: Path) -> list[Motive]:
    return [
        Motive("know", constants["know_weight"], object=wonder.person, fact=wonder.fact, path=(*place, "wonders", index))
        for index, wonder in enumerate(person.wonders)
        if wonder.person or wonder.fact
    ]


def _supposed(person: Person, names: Names) -> list[Motive]:
    """Motives of weight 0 that someone else wonders whether this person has: a reader needs a row to suppose them on."""
    made = []
    for other in names.people:
        for wonder in other.wonders:
            if wonder.person != person.id:
                continue
            if wonder.about == "means":
                made.append(Motive("want", 0.0, move=wonder.move, target=wonder.target))
            elif wonder.tie and TIES[wonder.tie].motive:
                made.append(Motive(TIES[wonder.tie].motive or "", 0.0, object=wonder.other))
    return made


def add_motives(rows: Rows, names: Names, owner: int, motives: list[Motive], spans: dict[Path, Row]) -> tuple[int, int]:
    """Rows for a person's motives, with their gain rows; returns (first, past the last)."""
    person = names.people[owner]
    first = rows.count("motive")
    for motive in motives:
        gains = _gain_rows(rows, motive, names)
        base = spans.get(motive.path, Row(""))
        prospect = motive.prospect if motive.prospect is not None else PROSPECTS[motive.kind]
        tendency = motive.kind in TENDENCIES
        rows.add(
            "motive",
            Row(motive.label(), motive.path, base.span),
            OWNER=owner,
            KIND=list(MOTIVES).index(motive.kind),
            OBJECT=names.person.get(motive.object or "", -1),
            MOVE=names.move.get(motive.move or "", -1),
            TARGET=names.person.get(motive.target or "", -1),
            FEELING=names.emotions.get(motive.feeling or "", -1),
            GAINS=gains[0],
            GAINS_END=gains[1],
            AGAINST=int(motive.against),
            OUTLIVES=int(any(outlives(names.moves[row], names) for row in names.moves_of(motive.move or ""))),
            FACT=names.facts.get(motive.fact or "", -1),
            TOLD=-1,
            LINK=names.links.get(motive.link or "", -1),
            W0=motive.weight,
            P0=prospect,
            DEADLINE=motive.deadline,
            DRAW=names.addresses.give(names.key_of(person), "attend", motive.thing(names)),
            W=0.0 if tendency else motive.weight,
            P=prospect,
            G=1.0,
        )
    return first, rows.count("motive")


def _gain_rows(rows: Rows, motive: Motive, names: Names) -> tuple[int, int]:
    first = rows.count("gain")
    for emotion, slope in GAINS.get(motive.kind, {}).items():
        rows.add("gain", Row(f"{motive.kind} by {emotion}"), FEELING=names.emotions[emotion], SLOPE=slope)
    return first, rows.count("gain")
