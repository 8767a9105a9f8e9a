"""What a number of a scene is called by one who talks about its people: «Kylo's love of Hux», not `KYLO.loves.HUX`."""

from __future__ import annotations

from typing import Any, Final

from falter.model.people import Covering, DisplayRule, Felt, Hidden, Memory, Norm, Order, Person, Power, Promise, Tie, Want, Wonder
from falter.model.quantities import Quantity
from falter.model.scene import Scene
from falter.model.words import STRENGTHS
from falter.narrate.pronouns import PRONOUN_CASES, name, possessive

TIES_NAMED: Final[dict[str, str]] = {
    "loves": "{whose} love of {other}",
    "hates": "{whose} hatred of {other}",
    "hurt by": "how far {who} is hurt by {other}",
    "fears": "{whose} fear of {other}",
    "respects": "{whose} respect for {other}",
    "owes": "what {who} owes {other}",
    "trusts": "{whose} trust in {other}",
    "familiar with": "how well {who} knows {other}",
}
OF_STATE: Final = ("hurt by", "familiar with")
"""Tie words that are no verbs."""
NEAREST: Final = 0.0005
"""Strengths no farther off than this are the same."""
JUST: Final = 0.05
"""A strength as near a word as this is just over it, or just under."""


def named(scene: Scene, one: Quantity) -> str:
    """A quantity in words; one of no person by its name."""
    if one.path[0] != "people":
        return "how dark it is" if one.name == "place.dark" else one.name
    person = scene.people[int(one.path[1])]
    records: list[Any] = [person]
    for step in one.path[2:-1]:
        records.append(records[-1][step] if isinstance(step, int) else getattr(records[-1], step))
    own: list[Any] = [record for record in records if not isinstance(record, tuple)][1:]
    return _called(_Teller(scene, person), own, str(one.path[-1])) or one.name


def valued(value: float, words: bool) -> str:
    """A strength as it is told: a number, and in words too where the scene is written in words.

    >>> valued(0.7, True), valued(0.83, True), valued(0.92, True), valued(0.83, False), valued(1.0, True)
    ('strongly', '.83 (between strongly and wholly)', '.92 (just under wholly)', '.83', '1 (more than wholly)')
    """
    number = f"{value:.3f}".rstrip("0").rstrip(".").lstrip("0") or "0"
    if not words:
        return number
    at, word = min((abs(value - strength), word) for word, strength in STRENGTHS.items())
    if at < NEAREST:
        return word
    if value > max(STRENGTHS.values()) or value < min(STRENGTHS.values()):
        return f"{number} ({'more' if value > STRENGTHS[word] else 'less'} than {word})"
    if at <= JUST:
        return f"{number} (just {'over' if value > STRENGTHS[word] else 'under'} {word})"
    upper = next(one for one, strength in STRENGTHS.items() if strength > value)
    lower = next(one for one, strength in reversed(STRENGTHS.items()) if strength < value)
    return f"{number} (between {lower} and {upper})"


class _Teller:
    """Names of a scene's people, seen from one of them."""

    def __init__(self, scene: Scene, person: Person) -> None:
        self.names = {one.id: name(one) for one in scene.people}
        self.facts = {fact.id: fact.text for fact in scene.facts}
        self.person = person
        self.who = name(person)
        self.whose = possessive(self.who)

    def other(self, id: str | None) -> str:
        """Another's name; of oneself, the pronoun."""
        return PRONOUN_CASES[self.person.pronoun]["object"] if id == self.person.id else self.names.get(id or "", plain(id))

    def to(self, move: str | None, target: str | None) -> str:
        """`strike Hux`."""
        return " ".join([plain(move), *([self.other(target)] if target else [])])


def plain(id: str | None) -> str:
    """An id as words."""
    return (id or "").replace("-", " ")


def _called(teller: _Teller, records: list[Any], field: str) -> str | None:
    who, whose = teller.who, teller.whose
    match records:
        case [Tie() as tie]:
            return TIES_NAMED[tie.word].format(who=who, whose=whose, other=teller.other(tie.person))
        case [Norm() as norm]:
            return f"how far {who} {'abhors' if norm.against else 'honours'} what {norm.meaning}"
        case [Want() as want]:
            return f"{whose} wish to {teller.to(want.move, want.target)}"
        case [Power() as power]:
            return f"{whose} power to {power.word}"
        case [Covering() as covering, Hidden() as hidden]:
            return f"how far the {plain(covering.thing)} hides {whose} {hidden.channel}"
        case [Order() as order]:
            return f"{possessive(teller.other(order.by))} order to {who} to {_ordered(teller, order)}" + (
                ", the time it leaves" if field == "within" else ""
            )
        case [Promise() as promise]:
            return f"{whose} promise to {teller.to(promise.move, promise.target)}"
        case [DisplayRule() as rule]:
            return f"how far {who} {rule.rule} {rule.emotion}"
        case [Memory() as memory, Felt() as felt]:
            return f"the {felt.emotion} in {whose} memory of {plain(memory.id)}"
        case [Felt() as felt]:
            return f"{whose} mood of {felt.emotion}"
        case [Wonder() as wonder]:
            return _wondered(teller, wonder)
    return None


def _ordered(teller: _Teller, order: Order) -> str:
    if order.keeps is not None:
        return f"keep {teller.other(order.keeps[0])} on {plain(order.keeps[1])}"
    return teller.to(order.move, order.target)


def _wondered(teller: _Teller, wonder: Wonder) -> str:
    who, other = teller.who, teller.other(wonder.person)
    if wonder.about == "means":
        return f"how likely {who} thinks it that {other} means to {teller.to(wonder.move, wonder.target)}"
    if wonder.about == "tie":
        verb = f"is {wonder.tie}" if wonder.tie in OF_STATE else wonder.tie
        return f"how far {who} thinks that {other} {verb} {teller.other(wonder.other)}"
    return f"how likely {who} thinks it: “{teller.facts.get(wonder.fact or '', plain(wonder.fact))}”"
