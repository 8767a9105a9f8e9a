"""One of the engine's own sentences, if this performance may use one: the phrasebook's holes filled, its verbs in the tense told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from falter.narrate.beats import Beat
from falter.narrate.discourse import Naming
from falter.narrate.phrasebook import luck_of, phrases
from falter.narrate.pronouns import Case, epithet
from falter.narrate.teller import Kind, Teller, Tense, Told, count, naming, paid, spoken, turned_to
from falter.text.inflect import Form, conjugate, marked_only

OF_ONESELF: Final = (
    *("means", "tie", "left", "knows-why", "half-knows", "doubts-it", "notices", "learns", "sees-through", "overhears", "finds"),
    *("freezes", "caught", "probe", "touched", "both-know", "asks-it", "asked-it", "moved", "hollow", "urge"),
)
"""Kinds that stand in a paragraph of the one whose mind it is."""
OF_A_LOOK: Final = ("seen", "seems", "traces")
"""Kinds that stand with the one looked at, where the paragraph is his, or in one of the looker's."""
OF_A_VOICE: Final = ("tone-", "under-", "breaks-off")
"""Kinds about words just told, which they stay with."""
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_WORD: Final = re.compile(r"\{(what|once)\}")
_HOLE: Final = re.compile(r"\{(\w+)\}")
_SENTENCE: Final = re.compile(r"(?<=[.?!] )[a-z]")
_DONE: Final[dict[str, Form]] = {"do": "base", "doing": "gerund", "done": "participle"}
_WHO: Final[dict[str, Case]] = {"who": "subject", "whom": "object", "whose": "possessive", "self": "reflexive"}
_MARK: Final = r"\[[^\]]+\]"
_AND: Final = re.compile(rf"(?<=\band )({_MARK})")


def engine_sentence(
    teller: Teller,
    beat: Beat,
    kind: str,
    who: str,
    *,
    other: str | None = None,
    act: str = "",
    fills: Mapping[str, str] = NOTHING,
    as_: Kind = "room",
) -> Told | None:
    """A sentence of this kind about `who`; None if the phrasebook has none to spare.

    `act` is the author's text of what is done, its doer left out; `fills` are words for further holes.
    """
    for phrase in phrases(teller.book, kind, luck_of(teller.scene.title, teller.seed), teller.spent):
        if ("{other}" in phrase.text or "{Other}" in phrase.text) and other is None:
            continue
        told = turned_to(teller, _actor(teller, kind, who), stays=kind.startswith(OF_A_VOICE))
        names = naming(told, as_, who)
        text = filled(_WORD.sub(lambda hole: fills.get(hole[1], hole[0]), phrase.text), names, told, who, other, act)
        own = max(1, count(text) - count(act))
        told, sentences = spoken(replace(told, spent=told.spent | {phrase.id}), beat, text, phrase.id, names, as_, own=own)
        return paid(told, count(text)), sentences
    return None


def _actor(teller: Teller, kind: str, who: str) -> str | None:
    """Whose paragraph such a sentence belongs in; None: the one it finds."""
    if kind.startswith(OF_A_LOOK):
        return who if teller.actor == who else teller.person
    if kind.startswith(OF_ONESELF):
        return teller.person
    return who if kind.startswith(("near", "owing", "cut", "aver")) else None


def filled(text: str, names: Naming, teller: Teller, who: str, other: str | None, act: str) -> str:
    """A phrase with its holes filled from left to right and its verbs in the tense told."""
    told, end = "", 0
    for hole in _HOLE.finditer(text):
        told += text[end : hole.start()]
        told += _hole(hole[1], names, teller, who, other, act)
        end = hole.end()
    told = _several(told + text[end:], ["they", *([epithet(teller.someone(who))] if names.plural(who) else [])], teller.tense)
    return _SENTENCE.sub(lambda match: match[0].upper(), marked_only(told, teller.tense))


def _several(text: str, subjects: list[str], tense: Tense) -> str:
    """Verbs of these subjects in the plural: the one that follows, and those joined to it by *and*."""
    names = "|".join(re.escape(subject) for subject in subjects)
    verb = re.compile(rf"(?i)\b((?:{names}) (?:almost |nearly |very nearly |all but |no longer )?)({_MARK})([^.;]*)")

    def plural(mark: str) -> str:
        return marked_only(mark, tense, plural=True)

    return verb.sub(lambda match: match[1] + plural(match[2]) + _AND.sub(lambda more: plural(more[1]), match[3]), text)


def _hole(hole: str, names: Naming, teller: Teller, who: str, other: str | None, act: str) -> str:
    if hole in _WHO:
        return _named(names, who, _WHO[hole])
    if hole == "Other" and other is not None:
        return names.as_subject(other) if names.subject in (None, other) else names.other(other, "subject")
    if hole == "other" and other is not None:
        return names.other(other, "object")
    plural = names.pronouns.get(who) == "they"
    form = _DONE.get(hole) or teller.tense
    return names.fill(conjugate(act, form, plural=plural))


def _named(names: Naming, who: str, case: Case) -> str:
    """The one a phrase is about: by name or plain pronoun the first time, by pronoun after that."""
    if who in names.pronouns or (names.subject == who and who in names.mentioned):
        return names.say(names.discourse.person(who), case, True)
    plain = names.discourse.subject_is_plain(who) and names.subject not in names.discourse.alike(who)
    plain = plain and (not names.looks or who in names.discourse.here)
    names.subject = names.subject or who
    return names.say(names.discourse.person(who), case, plain)
