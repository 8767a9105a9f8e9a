"""What a teller remembers, and how a sentence is told: paragraphs, names, what may be spent.

The fold itself is `telling.tell`. Nothing here reads a view: a teller knows the scene's words and the beats it was given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from falter.model.people import Person
from falter.model.scene import Scene
from falter.narrate.beats import Beat
from falter.narrate.discourse import Discourse, Naming
from falter.narrate.phrasebook import Phrasebook
from falter.narrate.pronouns import PRONOUN_CASES, epithet, name
from falter.narrate.prose import Opens, Sentence

Tense = Literal["past", "present"]
Kind = Literal["deed", "speech", "inside", "sight", "waits", "room"]
"""What a sentence tells: an act seen, an act heard, the inner life, somebody, doing nothing, the place."""

PACE: Final = (0.5, 1.8)
"""Words a second of story time that may be told beside acts: with no conflict, and what full conflict adds."""
CREDIT: Final = 36.0
"""The most words a quiet stretch can save up."""
LONG: Final = 6
"""Sentences after which a paragraph has had enough."""
REMEMBERED: Final = 12
"""Acts back within which the same words are not told again."""
INSIDE: Final = 3
"""Sentences of the inner life in a row before the room must be seen again."""


@dataclass(frozen=True)
class Speech:
    """The last speech told."""

    who: str
    to: str | None
    t: float
    untagged: int
    """How many in a row went without *said*."""
    asks: bool = False
    """It is a question, in its words too."""
    event: int | None = None
    """The act it was."""
    quoted: bool = False
    """Its last word told is the speaker's, and no tag."""


@dataclass(frozen=True)
class Teller:
    """Everything the fold carries from beat to beat."""

    scene: Scene
    seed: int
    tense: Tense
    book: Phrasebook
    person: str
    discourse: Discourse
    spent: frozenset[str] = frozenset()
    """Phrases used."""
    uses: Mapping[str, int] = field(default_factory=dict)
    """How often each of the author's lines has been told."""
    told_at: Mapping[str, float] = field(default_factory=dict)
    """When each was told last."""
    line: str = ""
    """The kind of the last line of the author's, if that was the last sentence."""
    texts: tuple[str, ...] = ()
    """The last acts told, as doer and words."""
    broken: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    """Speeches that broke off, as speaker and words: how many words of each were heard, and when."""
    credit: float = 60.0
    clock: float = 0.0
    inside: int = 0
    actor: str | None = None
    """Whose paragraph it is."""
    length: int = 0
    """Sentences in the paragraph so far."""
    last: Kind = "room"
    """What the last sentence was."""
    opens: Opens = "section"
    """What the next sentence must open, if anything."""
    opening: bool = True
    """No act has been told yet."""
    acted: frozenset[str] = frozenset()
    """Who has done something, but for looking away."""
    looked: bool = False
    """That somebody looked away was told since the last act."""
    transition: str = ""
    """Stands before the next sentence."""
    speech: Speech | None = None
    heard: bool = False
    """It was heard in this paragraph."""
    passed: bool = False
    """It was heard in the paragraph before, which no other has followed."""
    named: tuple[tuple[str, str, float], ...] = ()
    """Feelings told of lately: emotion, kind of line, when."""
    echo: int | None = None
    """The detail the telling opened with."""

    def someone(self, id_: str) -> Person:
        """The person of this id."""
        return self.discourse.person(id_)

    def used(self, line: str) -> int:
        """How often a line has been told."""
        return self.uses.get(line, 0)


Told = tuple[Teller, tuple[Sentence, ...]]


def begin(scene: Scene, seed: int, tense: Tense, book: Phrasebook, person: str) -> Teller:
    """A teller who has told nothing yet."""
    return Teller(scene=scene, seed=seed, tense=tense, book=book, person=person, discourse=Discourse(people=scene.people))


def at(teller: Teller, beat: Beat) -> Teller:
    """Time passes until the beat; what may be told grows with conflict."""
    rate = PACE[0] + PACE[1] * beat.conflict
    credit = max(teller.credit, min(CREDIT, teller.credit + rate * max(0.0, beat.t - teller.clock)))
    return replace(teller, credit=credit, clock=max(teller.clock, beat.t))


def turned_to(teller: Teller, actor: str | None, *, afresh: bool = False, stays: bool = False) -> Teller:
    """The teller, about to tell of `actor`: a new paragraph at a new actor, or at length where nothing `stays`."""
    opens: Opens = teller.opens
    another = actor is not None and teller.actor is not None and actor != teller.actor
    if not opens and (afresh or another or (teller.length >= LONG and not stays)):
        opens = "paragraph"
    if opens == "section":
        discourse = teller.discourse.section()
    elif opens == "paragraph":
        discourse = teller.discourse.paragraph()
    else:
        discourse = teller.discourse
    passed = teller.heard if opens else teller.passed
    return replace(teller, opens=opens, passed=passed, discourse=discourse, actor=actor if opens else (teller.actor or actor))


def naming(teller: Teller, kind: Kind | None = None, of: str | None = None) -> Naming:
    """Names and pronouns for the next sentence, which is of this kind and `of` this person."""
    looks = kind == "sight" and of != teller.person
    return Naming(teller.discourse, mind=teller.person if kind == "inside" else None, looks=looks)


def spoken(teller: Teller, beat: Beat, text: str, origin: str, names: Naming, kind: Kind, *, own: int, event: int | None = None) -> Told:
    """The sentence told, and the teller after it. `turned_to` comes first."""
    if kind != "speech":
        _mark_literal(teller, names, text, kind)
    text = _joined(teller, finished(text)) if teller.transition else finished(text)
    sentence = Sentence(text, origin, beat.step, event, own, teller.opens)
    after = replace(
        teller,
        discourse=teller.discourse.told(names.subject, frozenset(names.mentioned), blurs=names.blurs),
        opens="",
        transition="",
        inside=teller.inside + 1 if kind == "inside" else 0,
        length=1 if teller.opens else teller.length + 1,
        last=kind,
        line="",
        heard=kind == "speech" or (teller.heard and not teller.opens),
    )
    return after, (sentence,)


def _mark_literal(teller: Teller, names: Naming, text: str, kind: Kind) -> None:
    """People whom the author's words name outright, or who open the sentence as the *he* of the one whose mind it is."""
    for person in teller.scene.people:
        for called in {epithet(person), name(person)}:
            match = re.search(rf"(?i:{re.escape(called[:1])}){re.escape(called[1:])}(?:['’]s)?\b", text)
            if match:
                names.mentioned.add(person.id)
                names.subject = names.subject or (person.id if match.start() == 0 else None)
    me = PRONOUN_CASES[teller.someone(teller.person).pronoun]
    if names.subject is None and kind == "inside" and text.split()[0].lower() in (me["subject"], me["possessive"]):
        names.mentioned.add(teller.person)
        names.subject = teller.person


def _joined(teller: Teller, text: str) -> str:
    """`Afterwards,` and the sentence that follows it."""
    first = text.split()[0].strip(".,“”")
    names = {person.id.capitalize() for person in teller.scene.people} | {"I"}
    called = {(person.called or "x")[:1] + (person.called or "x")[1:].split(" ")[0] for person in teller.scene.people}
    keep = first in names or first in called or text[:1] == "“"
    if not teller.transition.rstrip().endswith((",", ";", "—", ":")):
        return f"{finished(teller.transition)} {text}"
    return f"{teller.transition.rstrip()} {text if keep else text[:1].lower() + text[1:]}"


def finished(text: str) -> str:
    """A sentence with its capital and its full stop.

    >>> finished("a stitch under the ribs"), finished("Not now —")
    ('A stitch under the ribs.', 'Not now —')
    """
    text = text.strip()
    at_ = 1 if text[:1] in "“\"'(" else 0
    text = text[:at_] + text[at_ : at_ + 1].upper() + text[at_ + 1 :]
    return text if text.endswith((".", "!", "?", "…", "—", "”", ":")) else text + "."


def affords(teller: Teller, words: int) -> bool:
    """Is there room for this many words now?"""
    return teller.credit >= words


def paid(teller: Teller, words: int) -> Teller:
    """Words spent."""
    return replace(teller, credit=max(-CREDIT, teller.credit - words))


def count(text: str) -> int:
    """Words in a text."""
    return len(text.split())


def noted(teller: Teller, line: str) -> Teller:
    """A line of the author's has been told once more."""
    return replace(teller, uses={**teller.uses, line: teller.used(line) + 1}, told_at={**teller.told_at, line: teller.clock})
