"""What raised a feeling, and what keeps it up, in words: as a dramaturg would say it, with the line of the scene."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from falter.diagnostics.source import Path
from falter.explain.keeping import Keeper, lasts
from falter.explain.minds.felt import Felt
from falter.explain.minds.occasions import Reason
from falter.explain.wording import Place, Wording
from falter.model.people import Person
from falter.model.words import EMOTIONS
from falter.narrate.pronouns import PRONOUN_CASES
from falter.narrate.script import wording_of
from falter.narrate.timeline import clock
from falter.tables import columns

MEANT: Final[dict[str, str]] = {
    "joy": "it did {him} good",
    "distress": "it did {him} harm",
    "hope": "it promised {him} something good",
    "fear": "it threatened {him}",
    "satisfaction": "it was what {he} had hoped for",
    "fears-confirmed": "it was what {he} had been afraid of",
    "relief": "what {he} had been afraid of did not come",
    "disappointment": "what {he} had hoped for did not come",
    "happy-for": "it was good for {whom}, who is dear to {him}",
    "pity": "it was ill for {whom}, who is dear to {him}",
    "resentment": "it was good for {whom}, whom {he} cannot bear",
    "gloating": "it was ill for {whom}, whom {he} cannot bear",
    "pride": "{he} had done a thing one may be proud of",
    "shame": "{he} had done a thing one does not do",
    "admiration": "it was well done of {who}",
    "reproach": "one does not do that",
    "gratification": "good came of it, and it was {his} doing",
    "remorse": "ill came of it, and it was {his} doing",
    "gratitude": "{who} did {him} good by it",
    "anger": "{who} did {him} ill by it",
    "love": "it drew {him} to {who}",
    "hate": "it turned {him} against {who}",
    "hurt": "it was an ill, and from one {he} loves",
}
"""What an act or a happening was to one who felt this at it."""
STAKES: Final[dict[str, str]] = {
    "cherish": "{about}, who is dear to {him}",
    "redress": "paying {about} back",
    "safety": "being safe from {about}",
}
"""What one may hope or fear for, by the kind of motive, where that is not what the motive is called."""
OUTLOOK: Final[dict[str, str]] = {
    **dict.fromkeys(("hope",), "it looked better for"),
    **dict.fromkeys(("fear",), "it looked worse for"),
    **dict.fromkeys(("joy", "satisfaction", "relief"), "it had come out well with"),
    **dict.fromkeys(("distress", "disappointment", "fears-confirmed"), "it was all over with"),
}
"""How it stood with it, by what that made him feel."""
DID: Final[dict[str, str]] = {
    "dwelt": "{he} held on to it",
    "mastered": "{he} got the better of it",
    "reappraised": "{he} made {himself} see it in another light",
    "averted": "{he} looked away",
}
"""What one did about it oneself."""
TIES_TOLD: Final = {"love": "loves", "hate": "hates", "hurt": "hurt by", "fear": "fears"}
"""The tie that keeps each of these feelings up."""
TIE_TOLD: Final[dict[str, str]] = {
    "love": "{whom} is by, whom {he} loves",
    "hate": "{whom} is by, whom {he} hates",
    "hurt": "{whom} is by, who hurt {him}",
    "fear": "{whom}, of whom {he} is afraid",
}


class Told(NamedTuple):
    """What a part of a feeling is owed to, in words."""

    what: str
    """`Hux says “Well?” (0:02.8)`."""
    why: str = ""
    """`it did him ill`."""
    place: str = ""
    """The line of the scene that says so."""
    over: bool = False
    """Has what kept it up ended?"""

    def __str__(self) -> str:
        place = f" ({self.place})" if self.place else ""
        return f"{self.what}{place}{f', for {self.why}' if self.why else ''}{'; not any more, but it lingers' if self.over else ''}"


class FeltWording:
    """What the parts of one feeling are called."""

    def __init__(self, felt: Felt, place: Place) -> None:
        self.felt, self.place = felt, place
        self.words = Wording(felt.trace, felt.person, felt.step)
        self.emotion = list(EMOTIONS)[felt.emotion]
        self.people = felt.trace.tables.names.people

    def reason(self, reason: Reason) -> Told:
        """What something is owed to."""
        told: dict[str, Callable[[Reason], Told]] = {
            "line": self._line,
            "mood": self._mood,
            "tie": self._tie,
            "grief": lambda one: Told(self._say("{whom} is dead, whom {he} loved", one)),
            "threat": self._threat,
            "deed": lambda one: self._for(MEANT[self.emotion], one),
            "tone": lambda one: self._for("by its tone " + MEANT[self.emotion], one),
            "rue": lambda one: self._for("it was done to one {he} loves, and so nearly not done", one),
            "touch": lambda one: self._for("the touch was " + self._touch(), one),
            "lie": lambda one: self._for("it was a lie", one),
            "spared": lambda one: self._for("what {he} had been afraid of did not come", one),
            "memory": self._memory,
            "caught": lambda one: Told(self._say("it came over to {him} from {whom}", one)),
            "outlook": self._outlook,
            "probe": self._probed,
            "befell": self._befell,
        }
        if reason.kind in DID:
            return self._did(reason)
        return told[reason.kind](reason)._replace(over=self._over(reason))

    def _over(self, reason: Reason) -> bool:
        """Of what kept it up, whether that is over."""
        if reason.kind not in ("tie", "threat", "grief"):
            return False
        trace, step, kept_by = self.felt.trace, self.felt.step, Keeper(reason.kind, reason.whom, reason.row)
        return not lasts(
            trace.tables, trace.si(step), trace.sf(step), trace.tables.names.person[self.felt.person], self.felt.emotion, kept_by
        )

    def lowered(self, reason: Reason) -> Told:
        """What took from it at once."""
        return self._for("the touch was welcome", reason) if reason.kind == "touch" else self.reason(reason)

    def _say(self, template: str, reason: Reason) -> str:
        who = self.felt.trace.events[reason.event].who if reason.event >= 0 else ""
        whom = self.people[reason.whom].id if reason.whom >= 0 else ""
        names = self.words.names
        himself = PRONOUN_CASES[self.words.person.pronoun]["reflexive"]
        return template.format(who=names.get(who, who), whom=names.get(whom, whom), himself=himself, **self.words.pronouns)

    def _for(self, why: str, reason: Reason) -> Told:
        """An act, and why that."""
        return Told(self.words.cause(("act", reason.event)), self._say(why, reason))

    def _did(self, reason: Reason) -> Told:
        """What one did about it oneself; in the author's words, where there are any."""
        event = self.felt.trace.events[reason.event]
        did = self._say(DID[reason.kind], reason)
        if wording_of(self.felt.trace.scene, event).text:
            act = self.words.cause(("act", reason.event))
            return Told(act if reason.kind == "averted" else f"{act}, and so {did}")
        return Told(f"{did} ({clock(event.t)})")

    def _touch(self) -> str:
        return "welcome" if EMOTIONS[self.emotion].valence > 0 else "unwelcome"

    def _threat(self, reason: Reason) -> Told:
        label = self.felt.trace.tables.labels["wonder"][reason.row].label
        return Told(f"the thought that {' '.join(self.words.names.get(word, word) for word in label.split(' '))}")

    def _at(self, text: str, path: Path) -> Told:
        return Told(text, place=self.place(path) if path else "")

    def _line(self, reason: Reason) -> Told:
        index, person = self._person()
        emotions = self.felt.trace.tables.names.emotions
        found = next((one for one, felt in enumerate(person.moods) if emotions[felt.emotion] == self.felt.emotion), None)
        path: Path = ("people", index, "moods", found) if found is not None else ()
        return self._at(self._say("what {he} came in with", reason), path)

    def _mood(self, reason: Reason) -> Told:
        left = sum(part.left for part in self.felt.parts if part.reason == reason)
        return Told(self._say("{his} mood, which sharpens it" if left > 0.0 else "{his} mood, which takes the edge off it", reason))

    def _tie(self, reason: Reason) -> Told:
        index, person = self._person()
        whom, word = self.people[reason.whom].id, TIES_TOLD[self.emotion]
        found = next((one for one, tie in enumerate(person.ties) if tie.person == whom and tie.word == word), None)
        path: Path = ("people", index, "ties", found) if found is not None else ()
        return self._at(self._say(TIE_TOLD[self.emotion], reason), path)

    def _memory(self, reason: Reason) -> Told:
        row = self.felt.trace.tables.labels["memory"][reason.row]
        step = min(self.felt.step, self.felt.trace.steps - 1)
        packed = self.felt.trace.tables.packed
        event = self.felt.trace.si(step)[packed.ti[columns.SI_MEMORY] + reason.row * columns.SI_MEMORY_SIZE + columns.MEMORY_EVENT]
        if event >= 0:
            return Told(f"it came back to {self.words.pronouns['him']}: {self.words.cause(('act', event))}")
        return self._at(f"{self.words.pronouns['he']} remembered: {row.label}", row.path)

    def _outlook(self, reason: Reason) -> Told:
        """How it stood with what he lives by: `it looked worse for his own life`."""
        row = self.felt.trace.tables.labels["motive"][reason.row]
        kind, *about = row.label.split(" ")
        stake = self.words.labelled(row.label)
        if kind in STAKES:
            stake = STAKES[kind].format(about=" ".join(self.words.names.get(word, word) for word in about), **self.words.pronouns)
        return self._at(f"{OUTLOOK[self.emotion]} {stake}", row.path)

    def _befell(self, reason: Reason) -> Told:
        what = self.felt.trace.tables.labels["turn"][reason.row].label
        return Told(self._latest("happens", what=what) or what, self._say(MEANT[self.emotion], reason))

    def _probed(self, reason: Reason) -> Told:
        whom = self.people[reason.whom].id
        felt = self._latest("probe noticed", who=self.felt.person, whom=whom)
        return Told(felt or self._say("{whom} had reached into {his} mind", reason))

    def _latest(self, kind: str, **is_: str) -> str:
        """What befell last until then, of a kind, in words; "" where nothing did."""
        incidents = [one for one in self.felt.trace.incidents if one.kind == kind and one.t <= self.felt.t + self.felt.trace.dt]
        found = [one.index for one in incidents if all(getattr(one, name) == value for name, value in is_.items())]
        return self.words.cause(("incident", found[-1])) if found else ""

    def _person(self) -> tuple[int, Person]:
        people = self.felt.trace.scene.people
        return next((row, person) for row, person in enumerate(people) if person.id == self.felt.person)
