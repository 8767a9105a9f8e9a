"""What motives and happenings are called when it is explained why: as a dramaturg would, and by the line of the scene."""

from __future__ import annotations

from typing import Final

from falter.explain.causes import ITSELF, Cause
from falter.explain.why import Behind, Part
from falter.model.people import Person
from falter.model.words import EMOTIONS
from falter.narrate.pronouns import PRONOUN_CASES, name
from falter.narrate.script import plain_words, wording_of
from falter.narrate.timeline import clock
from falter.performance.trace import Trace

LONGEST: Final = 48
"""Letters of an act's words that are enough to know it by."""
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
    "norm": "what {he} holds to: {about}",
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
BEFELL: Final[dict[str, str]] = {
    "recalls": "{what} came back to {him}",
    "slips": "{who} let {what} slip",
    "notices": "{he} noticed {whom}",
    "arrives": "{who} came in",
    "realises": "{he} came to think: {what}",
    "learns": "{he} learnt of {what}",
    "sees through": "{he} saw through the lie about {what}",
    "overhears": "{he} overheard of {what}",
    "finds": "{he} found {what}",
    "finds gone": "{he} found {what} gone",
    "touched": "{he} was touched by {whom}",
    "catches": "{he} caught the mood about, {what}",
    "probe noticed": "{he} felt {whom} reach into {his} mind",
    "happens": "{what} came about",
    "later": "time passed",
    "in the open": "it was asked outright",
    "tie moves": "{he} no longer {what} {whom} as before",
}


class Wording:
    """What the parts of one performance are called, of one person."""

    def __init__(self, trace: Trace, person: str) -> None:
        self.trace = trace
        people: dict[str, Person] = {one.id: one for one in trace.scene.people}
        self.names = {id_: name(one) for id_, one in people.items()}
        self.person = people[person]
        cases = PRONOUN_CASES[self.person.pronoun]
        self.pronouns = {"he": cases["subject"], "him": cases["object"], "his": cases["possessive"]}

    def motive(self, part: Part) -> str:
        """`the order to strike Hux`."""
        if part.motive < 0:
            return OF_NOTHING[part.kind]
        about = " ".join(self.names.get(word, word) for word in part.label.split(" ")[1:])
        return MOTIVES_TOLD[part.kind].format(about=about, **self.pronouns)

    def behind(self, one: Behind) -> str:
        """`love, since the nights came back to him (0:30.0)`."""
        if one.by == "itself":
            return "of itself"
        if one.by == "waiting":
            return "because it would not wait"
        since = f"{'' if one.cause == ITSELF else f', since {self.happening(one.cause)}'}"
        if one.by == "feeling":
            return f"by {list(EMOTIONS)[one.emotion]}{since or ', which was there all along'}"
        return f"on {self.pronouns['his']} mind{since}"

    def happening(self, cause: Cause) -> str:
        """`Hux said “Well?” (0:02.8)`."""
        kind, index = cause
        return self._act(index) if kind == "act" else self._incident(index)

    def _act(self, index: int) -> str:
        event = self.trace.events[index]
        words = plain_words(self.trace.scene, event, self.trace.seed) or event.move
        words = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0].rstrip(",.;:") + "…"
        said = f"“{words}”" if wording_of(self.trace.scene, event).kind == "says" else words
        return f"{self.names.get(event.who, event.who)}: {said} ({clock(event.t)})"

    def _incident(self, index: int) -> str:
        one = self.trace.incidents[index]
        told = {"who": self._what(one.who), "whom": self._what(one.whom), "what": self._what(one.what)}
        text = BEFELL.get(one.kind, one.kind).format(**told, **self.pronouns)
        return f"{text} ({clock(one.t)})"

    def _what(self, what: str | None) -> str:
        return " ".join(self.names.get(word, word) for word in (what or "").split(" "))
