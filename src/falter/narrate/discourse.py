"""Who has been spoken of, and so who *he* is. A pronoun is used only where the reader can have but one person in mind.

A subject may be a pronoun if its person was the last subject in this paragraph, or if nobody else of that pronoun has been
spoken of lately (the rule of centering: Grosz, Joshi & Weinstein 1995). An object may be one if nobody else of that pronoun
stands in the sentence but a subject called by name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from falter.model.people import Person
from falter.narrate.pronouns import PRONOUN_CASES, Case, epithet, name, possessive, several
from falter.text.variants import PERSON

_SUBJECT_BEFORE = re.compile(
    r"(?:^|[.!?;:]\s+|\b(?:and|but|as|when|while|that|if|where|because|though|until|before|after|so|how|what|why)\s+)$"
)


@dataclass(frozen=True)
class Discourse:
    """What the reader has been told of whom, so far."""

    people: tuple[Person, ...]
    known: frozenset[str] = frozenset()
    focus: str | None = None
    """The last subject, in this paragraph."""
    here: frozenset[str] = frozenset()
    """Spoken of in this paragraph."""
    before: frozenset[str] = frozenset()
    """Spoken of in the paragraph before."""

    def paragraph(self) -> Discourse:
        """A new paragraph begins."""
        return replace(self, focus=None, here=frozenset(), before=self.here)

    def section(self) -> Discourse:
        """The telling starts anew; those known stay known."""
        return replace(self, focus=None, here=frozenset(), before=frozenset())

    def told(self, subject: str | None, mentioned: frozenset[str], *, blurs: bool = False) -> Discourse:
        """A sentence has been told; `blurs` if its pronouns may be anybody's, so that none is plain after it."""
        if blurs:
            return replace(self, focus=None, here=self.here | mentioned | self.known)
        spoken = mentioned | ({subject} if subject else frozenset())
        rival = self.focus is not None and bool(mentioned & self.alike(self.focus))
        focus = subject or (None if rival else self.focus)
        return replace(self, known=self.known | spoken, focus=focus, here=self.here | spoken)

    def person(self, id_: str) -> Person:
        """The person of this id."""
        return next(person for person in self.people if person.id == id_)

    def alike(self, id_: str) -> frozenset[str]:
        """The others who go by the same pronoun."""
        mine = self.person(id_).pronoun
        return frozenset(person.id for person in self.people if person.pronoun == mine and person.id != id_)

    def subject_is_plain(self, id_: str) -> bool:
        """Would a pronoun as subject be understood?"""
        if id_ not in self.known:
            return False
        recent = self.here | self.before
        return self.focus == id_ or (id_ in recent and not self.alike(id_) & recent)


@dataclass
class Naming:
    """The names and pronouns of one sentence, chosen in order: subject first."""

    discourse: Discourse
    subject: str | None = None
    blurs: bool = False
    """Its pronouns are the author's, and may be anybody's."""
    mind: str | None = None
    """Whose thought the sentence is: nobody is named in his own."""
    looks: bool = False
    """It is of somebody looked at: a pronoun is his only where the paragraph has spoken of him."""
    clause: str | None = None
    """The subject of a later clause, where that is somebody else."""
    mentioned: set[str] = field(default_factory=set)
    pronouns: dict[str, str] = field(default_factory=dict)
    """Person to pronoun, for those called by one."""

    def as_subject(self, id_: str, *, by_name: bool = False) -> str:
        """The subject: pronoun if plain, else what he is called; `by_name` where much hangs on who it is."""
        person = self.discourse.person(id_)
        if self.subject is None:
            self.subject = id_
        plain = self.discourse.subject_is_plain(id_) and not (by_name and self.discourse.alike(id_) & self.discourse.known)
        return self.say(person, "subject", plain or id_ in self.pronouns)

    def other(self, id_: str, case: Case) -> str:
        """Anybody else in the sentence, or the subject again."""
        person = self.discourse.person(id_)
        alike = self.discourse.alike(id_)
        if case == "subject":
            self.clause = id_
            return self.say(person, case, not alike & (self.mentioned | {self.subject or ""}) and id_ in self.pronouns)
        if id_ in (self.subject, self.clause):
            mine = id_ == (self.clause or self.subject)
            return self.say(person, "reflexive" if case == "object" and mine else case, True)
        if id_ in self.pronouns or (id_ == self.mind and case == "object" and not alike & (self.mentioned - {self.subject or ""})):
            return self.say(person, case, True)
        spoken = self.discourse.here | self.discourse.before | self.mentioned
        rivals = (alike & spoken) - {self.subject or ""}
        clash = bool(rivals) or any(other in self.pronouns for other in alike)
        recent = id_ in (self.discourse.here | self.discourse.before)
        needs_subject = bool(alike & {self.subject or ""}) and case != "object"
        return self.say(person, case, recent and not clash and not needs_subject)

    def say(self, person: Person, case: Case, pronoun: bool) -> str:
        """A person in this case, and the note that it was said."""
        self.mentioned.add(person.id)
        if pronoun:
            word = PRONOUN_CASES[person.pronoun][case]
            self.pronouns[person.id] = word
            return word
        called = epithet(person)
        return possessive(called) if case == "possessive" else called

    def plural(self, id_: str) -> bool:
        """Does the verb agree with *they*?"""
        return several(self.discourse.person(id_)) or self.pronouns.get(id_) == "they"

    def fill(self, text: str) -> str:
        """`{HUX}` and `{HUX's}` in a text, by where they stand."""
        told, end = "", 0
        for match in PERSON.finditer(text):
            told += text[end : match.start()]
            end = match.end()
            if not any(person.id == match[1] for person in self.discourse.people):
                told += match[0]
            elif match[2]:
                told += self.other(match[1], "possessive")
            elif _SUBJECT_BEFORE.search(told) and match[1] != self.subject:
                told += self._clause(match[1])
            else:
                told += self.other(match[1], "subject" if _SUBJECT_BEFORE.search(told) else "object")
        return told + text[end:]

    def _clause(self, id_: str) -> str:
        return self.as_subject(id_) if self.subject is None else self.other(id_, "subject")


def in_speech(text: str, people: tuple[Person, ...]) -> str:
    """Speech names people by name: `"Look at me, {HUX}."` → *Look at me, Hux.*"""
    names = {person.id: name(person) for person in people}
    return PERSON.sub(lambda match: (possessive(names[match[1]]) if match[2] else names[match[1]]) if match[1] in names else match[0], text)
