"""What motives and causes are called when it is explained why: as a dramaturg would, and by the line of the scene."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from falter.diagnostics.source import Path
from falter.explain.acts.causes import CAUGHT, OUTLOOK, OWN
from falter.explain.acts.why import Behind, Part
from falter.explain.beat_words import act_told, memory_of
from falter.explain.befell_words import befell
from falter.explain.quality import SO, family_of, quality
from falter.explain.standing import ITSELF, Cause
from falter.model.people import Person
from falter.model.words import EMOTIONS
from falter.narrate.pronouns import PRONOUN_CASES, name, possessive
from falter.narrate.timeline import clock
from falter.performance.event import Incident
from falter.performance.trace import Trace
from falter.tables import columns as at

Place = Callable[[Path], str]
"""The line of a record of the scene, as told to a person; "" where there is none."""
OF_NOTHING: Final = {
    "chance": "luck",
    "rivals": "what else there was to do",
    "start": "the head start that the scene gives it",
}
MOTIVES_TOLD: Final[dict[str, str]] = {
    "obey": "the order to {about}",
    "cherish": "{his} love of {about}",
    "redress": "what {about} did to {him}",
    "safety": "{his} fear of {about}",
    "live": "{his} own life",
    "regard": "what {about} thinks of {him}",
    "norm": "{his} respect for one who {about}",
    "norm against": "{his} horror of one who {about}",
    "want": "{his} wish to {about}",
    "secrecy": "keeping {about} hidden",
    "know": "wanting to know of {about}",
    "answer": "the answer {he} owes",
    "keep": "{his} promise to {about}",
    "attack": "anger",
    "flee": "the urge to get away",
    "still": "grief, which stays where it is",
    "atone": "the urge to make up for it",
}
IN_FULL: Final = {"happens": "“{what}”", "later": "time passed, “{what}”"}
"""What came about of itself, in the author's own words."""
LIED: Final = ", which was a lie, and {he} believed it"
MISTAKEN: Final = {"reading": ", which was not so", "doubt": ", which was so", "face": " that was not there"}
"""What is said of a reading that was mistaken."""
THOUGHT: Final = {
    "means": "meant",
    "loves": "loved",
    "hates": "hated",
    "fears": "feared",
    "respects": "respected",
    "owes": "owed",
    "trusts": "trusted",
    "hurt": "was hurt",
    "familiar": "was familiar",
}
"""What somebody does, as another thought it at the time."""
WAYS: Final = {"waiting": "because it would not wait", "reading": "because there was something to lose", "mind": "on {his} mind"}
"""How something worked on a motive, but for feelings, which are named."""
LATER: Final = frozenset(("waiting", "reading"))
"""Ways that are named behind what happened, where there are others."""
OF_NOBODY: Final = {
    ITSELF: ", which was there all along",
    OUTLOOK: ", as things had come to look",
    CAUGHT: ", caught from those about {him}",
}
"""What is said of a feeling that nothing raised which happened."""
DEADLINE: Final = "time running out on {what}"
PACE: Final = {"theta0": "the pace that the scene sets for everything", "tempo": "the pace that the scene gives {him}"}


class Wording:
    """What the parts of one performance are called, of one person."""

    def __init__(self, trace: Trace, person: str, step: int | None = None) -> None:
        self.trace = trace
        self.step = step
        """The one at whose end it is judged what is rightly read; the last if none is said."""
        people: dict[str, Person] = {one.id: one for one in trace.scene.people}
        self.names = {id_: name(one) for id_, one in people.items()}
        self.people, self.person = people, people[person]
        cases = PRONOUN_CASES[self.person.pronoun]
        self.pronouns = {"he": cases["subject"], "him": cases["object"], "his": cases["possessive"]}

    def motive(self, part: Part) -> str:
        """`the order to strike Hux`."""
        if part.motive < 0:
            return OF_NOTHING[part.kind]
        ti = self.trace.tables.packed.ti
        row = ti[at.TI_MOTIVE] + part.motive * at.TI_MOTIVE_SIZE
        return self.labelled(part.label if ti[row + at.MOTIVE_AGAINST] == 0 else part.label.replace("norm", "norm against", 1))

    def labelled(self, label: str) -> str:
        """A motive by its label: `obey strike HUX` is told as `the order to strike Hux`."""
        kind, *about = label.split(" ")
        if about[:1] == ["against"]:
            kind, about = "norm against", about[1:]
        if kind == "obey" and (ordered := self._ordered(about)):
            return ordered
        facts = {fact.id: f"“{fact.text}”" for fact in self.trace.scene.facts}
        if kind == "know" and about[0] in facts:
            return f"wanting to know if it is so: {facts[about[0]]}"
        told = (self.names.get(word) or facts.get(word) or word.replace("-", " ") for word in about)
        return MOTIVES_TOLD[kind].format(about=" ".join(told), **self.pronouns)

    def _ordered(self, about: list[str]) -> str:
        """`Snoke's order to kneel`; `Chief's order to keep Dennis on the phone`; "" of an order to do something to somebody."""
        for order in self.person.orders:
            if order.keeps and about == [*order.keeps]:
                return f"{possessive(self.names[order.by])} order to keep {self.names[about[0]]} on the {about[1].replace('-', ' ')}"
            if order.target is None and about == [order.move, order.by]:
                return f"{possessive(self.names[order.by])} order to {about[0].replace('-', ' ')}"
        return ""

    def behind(self, ways: Sequence[Behind]) -> str:
        """`by love, since the nights came back to him (0:30.0)`, of one thing and the ways in which it worked."""
        cause = ways[0].cause
        told, later = ([self._way(one) for one in ways if one.by != "itself" and (one.by in LATER) is late] for late in (False, True))
        if cause in OWN:
            return "".join([*told, *later]) or "of itself"
        since, outright = f"since {self.cause(cause)}", any(one.by == "itself" for one in ways)
        if later and (told or outright):
            since, later = f"{since}, and {' and '.join(later)}", []
        how = [*(["outright"] if outright and told else []), *told, *later]
        return ", ".join(filter(None, [" and ".join(filter(None, [", ".join(how[:-1]), *how[-1:]])), since]))

    def _way(self, one: Behind) -> str:
        """How something worked: by a feeling, by being on his mind."""
        if one.by == "feeling":
            return f"by {list(EMOTIONS)[one.emotion]}{OF_NOBODY.get(one.cause, '').format(**self.pronouns)}"
        return WAYS[one.by].format(**self.pronouns)

    def cause(self, cause: Cause) -> str:
        """`Hux said “Well?” (0:02.8)`; with what there is to be said of it: a lie believed, a thing misread."""
        kind, index = cause
        if kind == "act":
            of = LIED if (of := self._quality(cause)) == "lie" else ", and was overheard" if of == "overheard" else ""
            return self._act(index) + of.format(**self.pronouns)
        if kind == "incident":
            return self._incident(index)
        if kind in ("reading", "doubt", "face"):
            mistaken = self._quality(cause) == "misreading"
            return self._reading(kind, index) + (MISTAKEN[kind].format(**self.pronouns) if mistaken else "")
        if kind == "deadline":
            return DEADLINE.format(what=self.labelled(self.trace.tables.labels["motive"][index].label))
        return PACE[kind].format(**self.pronouns)

    def _quality(self, cause: Cause) -> str:
        return quality(self.trace, cause, self.person.id, self.step)

    def _reading(self, kind: str, index: int) -> str:
        """What somebody was taken to mean, or to feel."""
        if kind == "face":
            _, actor, family = family_of(self.trace, index)
            return f"{self.pronouns['he']} saw {family} in {self.names[actor]}"
        label = self.trace.tables.labels["wonder"][index].label.split(" ")
        return f"{self.pronouns['he']} {'did not think' if kind == 'doubt' else 'thought'} that {self.thought(label)}"

    def thought(self, words: list[str]) -> str:
        """`KYLO means to strike` is told as `Kylo meant to strike`."""
        return " ".join(
            self.names.get(word) or " ".join([THOUGHT.get(first, first), *more]) for word in words for first, *more in [word.split(" ")]
        )

    def _act(self, index: int) -> str:
        event = self.trace.events[index]
        return f"{act_told(self.trace, event)} ({clock(event.t)})"

    def _incident(self, index: int) -> str:
        one = self.trace.incidents[index]
        told = {"who": self._what(one.who), "whom": self._what(one.whom), "what": self._about(one)}
        if one.kind in IN_FULL:
            return f"{IN_FULL[one.kind].format(**told)} ({clock(one.t)})"
        return f"{befell(one, told, self.people.get(one.who), one.who != self.person.id)} ({clock(one.t)})"

    def _about(self, one: Incident) -> str:
        """What an incident is about: a memory, what came about of itself, a fact in the author's words."""
        if one.kind == "recalls":
            return memory_of(self.trace, one)
        if one.kind in ("happens", "later"):
            return self._turn(one)
        if one.kind in ("learns", "overhears", "sees through"):
            text = next((fact.text for fact in self.trace.scene.facts if fact.id == one.what), one.what)
            return f"that it is not so, “{text}”" if one.kind == "learns" and one.amount < SO else f"“{text}”"
        return self._what(one.what)

    def _turn(self, one: Incident) -> str:
        """What came about of itself, in the author's words, or by its name."""
        scene = self.trace.scene
        texts = {each.id: each.text for each in scene.happenings} | {each.id: each.text for each in scene.laters}
        text = texts.get(one.what or "") or one.what or ""
        return re.sub(r"\[(\w+)[^\]]*\]", r"\1", text).rstrip(".,")

    def _what(self, what: str | None) -> str:
        return " ".join(self.names.get(word, word) for word in (what or "").split(" "))
