"""Telling speech: a tag only where one is needed, what broke off broken off, and nothing heard twice."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from falter.model.moves import Utterance
from falter.narrate.beats import Acts, Beat
from falter.narrate.discourse import Naming, in_speech
from falter.narrate.engine import engine_sentence
from falter.narrate.prose import Sentence
from falter.narrate.teller import LONG, REMEMBERED, Speech, Teller, Told, count, naming, noted, spoken, turned_to
from falter.text.draws import below
from falter.text.inflect import marked_only

if TYPE_CHECKING:
    from falter.performance.event import Event

QUICK: Final = 15.0
"""s between two speeches that still follow each other."""
UNTAGGED: Final = 3
"""Speeches in a row that need no *said*."""
_STOP: Final = r"(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)[.?!…]"
"""What ends a sentence, and no *Mr.*"""
AT_ONCE: Final = 4.0
"""s between two speeches of one person that are told as one."""
KNOWN_TO_ANSWER: Final = 120.0
"""s for which it need not be said again whom somebody answers who was not heard to ask."""
RESUMED: Final = 60.0
"""s after which a speech that broke off is begun from the beginning."""
TWICE: Final = 2
"""Times that the same speech is told within them."""


def tell_speech(teller: Teller, beat: Acts, wording: Utterance, text: str) -> Told:
    """Speech. It stays with its speaker's gesture or last words; the tag is dropped where the paragraph says who it is."""
    event = beat.act
    said = in_speech(text, teller.scene.people)
    line = f"{event.who} {said}"
    if teller.texts.count(line) >= TWICE:
        return teller, ()
    if event.cut:
        text = cut_short(said, (event.ends - event.t) / max(event.lands - event.t, 1e-9))
        if not text or line in teller.broken:
            return _not_begun(teller, beat, line)
        teller = replace(teller, broken={**teller.broken, line: (count(text), beat.t)})
    else:
        heard, when = teller.broken.get(line, (0, 0.0))
        text = resumed(said, heard if beat.t - when <= RESUMED else 0)
    again = line in teller.texts and line not in teller.broken
    same = _stays(teller, beat)
    own_again = teller.last == "speech" and teller.speech is not None and teller.speech.who == event.who
    teller = turned_to(teller, event.who, afresh=not same)
    beat = replace(beat, unasked=beat.unasked and beat.t - teller.told_at.get(_to(event), -KNOWN_TO_ANSWER) >= KNOWN_TO_ANSWER)
    names = naming(teller)
    untagged = teller.speech.untagged + 1 if teller.speech else 1
    plain = (same or (_alternates(teller, beat) and untagged <= UNTAGGED)) and not (beat.unheard or beat.unasked or again)
    if plain:
        names.mentioned.add(event.who)
        names.subject = event.who
        told, own = f"“{text}”", 0
    else:
        subject = names.as_subject(event.who, by_name=own_again and not same)
        told, own = tagged(
            text, subject, teller.tense, plural=names.plural(event.who), more=again * " again" + _whereto(teller, beat, names)
        )
    teller, sentences = spoken(teller, beat, told, event.text_id, names, "speech", own=own, event=event.index)
    speech = Speech(
        event.who, event.to, beat.t, untagged if plain and not same else 0, asks="?" in said, event=event.index, quoted=told.endswith("”")
    )
    teller = replace(teller, speech=speech, texts=(*teller.texts, line)[-REMEMBERED:])
    teller = noted(teller, _to(event)) if beat.unasked else teller
    return _toned(teller, beat, wording, sentences, plain)


TOO_LOW: Final = (
    ", too low to carry",
    ", and it [does] not carry",
    ", to nobody near enough to hear",
    ", under the breath",
    ", and [is] not heard",
)
"""What is said of words aside that reached nobody."""


def _stays(teller: Teller, beat: Acts) -> bool:
    """Does speech belong in the paragraph: after its speaker's gesture, or the tag of what he said to the same one a moment ago?"""
    last = teller.speech if teller.last == "speech" else None
    mine = last is not None and last.who == beat.act.who and last.to == beat.act.to
    at_once = last is not None and mine and beat.act.t - last.t <= AT_ONCE and not last.quoted
    return (teller.last == "deed" or at_once) and teller.actor == beat.act.who and teller.length < LONG and not teller.opens


def _not_begun(teller: Teller, beat: Acts, line: str) -> Told:
    """Speech that broke off before there was anything to hear, or where it did before: told of, perhaps, and not in its words."""
    kind = "cut-again" if line in teller.broken else "cut-speech"
    return engine_sentence(teller, beat, kind, beat.act.who) or (teller, ())


def _toned(teller: Teller, beat: Beat, wording: Utterance, sentences: tuple[Sentence, ...], plain: bool) -> Told:
    """The tone performed, where the words stand alone and the phrasebook has something."""
    if wording.tone in (None, "plain") or not plain or not isinstance(beat, Acts):
        return teller, sentences
    more = engine_sentence(teller, beat, f"tone-{wording.tone}", beat.act.who)
    return (more[0], sentences + more[1]) if more else (teller, sentences)


def _alternates(teller: Teller, beat: Acts) -> bool:
    """Do the last speech and this one answer each other, with nothing between that could confuse?"""
    last = teller.speech
    return (
        last is not None
        and last.who != beat.act.who
        and beat.t - last.t <= QUICK
        and last.to in (None, beat.act.who)
        and beat.act.to in (None, last.who)
        and teller.passed
        and teller.inside == 0
    )


def _to(event: Event) -> str:
    """Under which a teller remembers that somebody was said to answer another."""
    return f"{event.who} to {event.to}"


def _whereto(teller: Teller, beat: Acts, names: Naming) -> str:
    """What the tag must add: whom an answer is for where the question was not heard, or that what was said aside did not carry."""
    if beat.unheard:
        number = below(len(TOO_LOW), teller.seed, "unheard", beat.act.who, beat.act.index)
        return marked_only(TOO_LOW[number], teller.tense)
    if beat.unasked and beat.act.to is not None:
        return f" to {names.other(beat.act.to, 'object')}"
    return ""


def tagged(text: str, subject: str, tense: str, *, plural: bool = False, more: str = "") -> tuple[str, int]:
    """Speech with *said* or *asked*, after its first sentence if that is short; and how many words that adds.

    `more` stands behind the verb.

    >>> tagged("Nothing. I was passing.", "the knight", "past")[0]
    '“Nothing,” the knight said. “I was passing.”'
    >>> tagged("Not today, Mr. Orme.", "the clerk", "past")[0]
    '“Not today, Mr. Orme,” the clerk said.'
    """
    opening, rest = _first_sentence(text)
    verb = "ask" if opening.endswith("?") else "say"
    told = f"{verb}ed" if verb == "ask" and tense == "past" else "said" if tense == "past" else verb if plural else f"{verb}s"
    quoted = opening if opening.endswith(("?", "!", "…", "—")) else opening.rstrip(".") + ","
    tag = f"{subject} {told}{more}"
    return f"“{quoted}” {tag}." + (f" “{rest}”" if rest else ""), count(tag)


def _first_sentence(text: str) -> tuple[str, str]:
    match = re.match(rf"(.+?{_STOP})\s+(?=[A-Z“])", text)
    if match and count(match[1]) <= 7:
        return match[1], text[match.end() :]
    return text, ""


def resumed(text: str, heard: int) -> str:
    """A speech begun again, of which so many words were heard before it broke off: from the sentence that it broke off in.

    >>> resumed("I knocked. You heard me knock.", 4), resumed("I knocked, you know.", 2)
    ('You heard me knock.', 'I knocked, you know.')
    """
    sentences = re.split(r"(?<=[.?!…])(?<!\bMr\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSt\.)\s+(?=[A-Z“])", text)
    while len(sentences) > 1 and count(sentences[0]) <= heard:
        heard -= count(sentences.pop(0))
    return " ".join(sentences)


def cut_short(text: str, share: float) -> str:
    """What was heard of a speech cut off after this share of it.

    >>> cut_short("Are you coming in, or not?", 0.5)
    'Are you coming—'
    """
    words = text.split()
    heard = words[: int(len(words) * share)]
    return " ".join(heard).rstrip(",.;:?!") + "—" if heard else ""
