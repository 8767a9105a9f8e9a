"""The author's lines for what is inside or seen: which form of a line comes next, and how it is set."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from falter.model.conditions import Condition
from falter.model.people import Person, Words
from falter.model.scene import Detail
from falter.model.words import EMOTION_ALIASES
from falter.narrate.beats import Beat
from falter.narrate.discourse import Naming
from falter.narrate.pronouns import PRONOUN_CASES, epithet, possessive
from falter.narrate.teller import Kind, Teller, Told, count, naming, noted, paid, spoken, turned_to
from falter.text.draws import below
from falter.text.inflect import base, conjugate, marked_only
from falter.text.irregular import word_set
from falter.text.variants import readings, vary

COMES_BACK: Final = 25.0
"""s before a line may come back in its next wording."""
BODY: Final = 11.0
"""s between two lines about the body."""
_KINDS: Final[dict[str, Kind]] = {"thinks": "inside", "senses": "inside", "sees": "sight", "waits": "waits"}
SHOWN_OR_NAMED: Final = 20.0
"""s in which a feeling is told of in one way only."""
_STANDALONE: Final = word_set("a an the his her its their no some one two nothing something this that these those there")


def forms(words: Words, seed: int, purpose: str) -> list[str]:
    """All a line's wordings, in the order they are told; `purpose` is the line's id."""
    texts = [words.text, *words.again, *([words.last] if words.last else [])]
    return [form for number, text in enumerate(texts) for form in in_turn(text, seed, f"{purpose}/{number}")]


@lru_cache(maxsize=1024)
def in_turn(text: str, seed: int, purpose: str) -> list[str]:
    """One text's wordings; a shuffle's are dealt without return, so that none is told twice while another is left."""
    found = readings(text)
    if "{~" in text:
        return sorted(found, key=lambda form: below(1 << 30, seed, "deal", purpose, form))
    return [vary(text, use) for use in range(len(found))]


def detail_forms(teller: Teller, number: int) -> list[str]:
    """A detail's wordings; its last look is kept for the close."""
    detail = teller.scene.details[number]
    texts = (detail.first, *detail.again)
    return [form for at, text in enumerate(texts) for form in in_turn(text, teller.seed, f"{detail_id(detail)}/{at}")]


def detail_id(detail: Detail) -> str:
    """The id of a detail's line: `detail/papers`."""
    return f"detail/{detail.id}"


def line_id(person: Person, number: int) -> str:
    """The id of an author's line: `KYLO/thinks/2`."""
    return f"{person.id}/{person.words[number].kind}/{number}"


def next_form(teller: Teller, number: int) -> str | None:
    """The wording of a line that comes next; None when all have been told."""
    me = teller.someone(teller.person)
    told = teller.used(line_id(me, number))
    wordings = forms(me.words[number], teller.seed, line_id(me, number))
    return wordings[told] if told < len(wordings) else None


def emotions(condition: Condition) -> frozenset[str]:
    """The feelings a condition speaks of, in the reference's words."""
    atoms = (atom for clause in condition.clauses for atom in clause.atoms)
    found = (atom.name for atom in atoms if atom.word in ("feels", "shows", "rises", "slips") and atom.name)
    return frozenset(EMOTION_ALIASES.get(name, name) for name in found)


def too_soon(teller: Teller, number: int) -> bool:
    """Was it told a moment ago, or another of its kind lately, or the same feeling in another way? Shown or named, never both."""
    me = teller.someone(teller.person)
    words, about = me.words[number], emotions(me.words[number].when)
    last = teller.told_at.get(line_id(me, number))
    if (last is not None and teller.clock - last < COMES_BACK) or (words.kind != "thinks" and teller.line == words.kind):
        return True
    if words.kind == "senses" and teller.clock - teller.told_at.get("senses", -BODY) < BODY:
        return True
    return any(emotion in about and kind != words.kind and teller.clock - t < SHOWN_OR_NAMED for emotion, kind, t in teller.named)


def tell_line(teller: Teller, beat: Beat, number: int) -> Told | None:
    """An author's line told, in its next wording; None when it has none left."""
    me = teller.someone(teller.person)
    words, text = me.words[number], next_form(teller, number)
    if not text:
        return None
    teller = _turned(teller, words)
    names = naming(teller, "inside" if words.kind == "thinks" else None)
    told, own = _set(teller, names, words, text)
    if words.kind in ("senses", "sees") and names.subject is None and _speaks_of(teller, words, told):
        names.subject = words.person or me.id
        names.mentioned.add(names.subject)
    of_a_thing = words.kind == "sees" and not _speaks_of(teller, words, told)
    names.blurs = of_a_thing or (words.kind == "thinks" and _any_pronoun(teller, told))
    if words.kind == "sees" and words.person is not None:
        names.mentioned.add(words.person)
    teller, sentences = spoken(noted(teller, line_id(me, number)), beat, told, line_id(me, number), names, _KINDS[words.kind], own=own)
    kept = tuple(row for row in teller.named if teller.clock - row[2] < SHOWN_OR_NAMED)
    rows = tuple((emotion, words.kind, teller.clock) for emotion in sorted(emotions(words.when)))
    return replace(
        paid(teller, count(told)), named=kept + rows, line=words.kind, told_at={**teller.told_at, words.kind: teller.clock}
    ), sentences


def _speaks_of(teller: Teller, words: Words, told: str) -> bool:
    """Is the one this is about in the words? After a sight of a mask alone, *he* would still be whoever *he* was before."""
    if words.kind != "sees" or words.person is None:
        return True
    seen = teller.someone(words.person)
    called = re.escape(epithet(seen).removeprefix("the "))
    cases = "|".join(PRONOUN_CASES[seen.pronoun].values())
    return re.search(rf"(?i)\b(?:{called}|{cases})\b", told) is not None


def _turned(teller: Teller, words: Words) -> Teller:
    """A sight stays with what its person has just done, or with the eye that was already looking; all else is the teller's own."""
    if words.kind != "sees":
        return turned_to(teller, teller.person)
    acted = teller.last in ("deed", "speech")
    stays = teller.actor == words.person or teller.opening or not acted
    return turned_to(teller, teller.actor if stays else words.person)


def _any_pronoun(teller: Teller, told: str) -> bool:
    """Might a pronoun of the author's in this thought be anybody's? Then the next subject must be named."""
    me = teller.someone(teller.person)
    cases = "|".join(PRONOUN_CASES[me.pronoun].values())
    return bool(teller.discourse.alike(me.id) & teller.discourse.known) and re.search(rf"(?i)\b(?:{cases})\b", told) is not None


def _set(teller: Teller, names: Naming, words: Words, text: str) -> tuple[str, int]:
    """A line as a sentence, and how many of its words are the engine's.

    A waiting line is what the person does; a sight that is no sentence of its own is what the other was.
    """
    if words.kind == "waits" and text[:1].islower():
        subject = names.as_subject(teller.person)
        return f"{subject} {names.fill(conjugate(text, teller.tense, plural=names.plural(teller.person)))}", count(subject)
    if words.kind == "sees" and words.person and _is_predicate(text):
        subject = names.as_subject(words.person)
        plural = names.plural(words.person)
        if base(text.split()[0]) is not None:
            return f"{subject} {names.fill(conjugate(text, teller.tense, plural=plural))}", count(subject)
        verb = {("past", False): "was", ("past", True): "were", ("present", False): "is", ("present", True): "are"}[teller.tense, plural]
        return f"{subject} {verb} {names.fill(marked_only(text, teller.tense))}", count(subject) + 1
    if words.kind == "senses":
        text = _own_body(teller, teller.someone(teller.person), text)
    elif words.kind == "sees" and words.person:
        text = _own_body(teller, teller.someone(words.person), text, leading=True)
    return names.fill(marked_only(text, teller.tense)), 0


def _own_body(teller: Teller, me: Person, text: str, *, leading: bool = False) -> str:
    """In a line about a body the first *he* or *his* is its owner: named, where the pronoun could be another's.

    `leading`: only if the line begins with it.
    """
    if teller.discourse.subject_is_plain(me.id):
        return text
    cases = PRONOUN_CASES[me.pronoun]
    found = re.search(rf"(?i)\b(?:(?P<subject>{cases['subject']})|(?P<possessive>{cases['possessive']}(?=\s\w)))\b", text)
    if found is None or (leading and found.start() > 0):
        return text
    called = epithet(me) if found["subject"] else possessive(epithet(me))
    return text[: found.start()] + called + text[found.end() :]


def _is_predicate(text: str) -> bool:
    """`red-eyed in the dark` is; `the light on his hair` and `He sat …` stand alone."""
    first = text.split()[0].strip(",.").lower()
    return text[:1].islower() and first not in _STANDALONE and not first.endswith(("'s", "’s"))
