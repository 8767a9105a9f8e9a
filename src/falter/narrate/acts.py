"""Telling acts: deeds in the author's words, speech with a tag only where one is needed, what was cut off cut off."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from falter.model.moves import Move, Utterance
from falter.narrate.beats import Acts, Beat
from falter.narrate.discourse import in_speech
from falter.narrate.engine import engine_sentence
from falter.narrate.moves import move_of
from falter.narrate.prose import Sentence
from falter.narrate.teller import LONG, Speech, Teller, Told, count, naming, spoken, turned_to
from falter.text.inflect import conjugate
from falter.text.variants import vary

QUICK: Final = 15.0
"""s between two speeches that still follow each other."""
UNTAGGED: Final = 3
"""Speeches in a row that need no *said*."""
REMEMBERED: Final = 12
"""Acts back within which the same words are not told again."""
TWICE: Final = 2
"""Times that the same speech is told within them."""


def tell_act(teller: Teller, beat: Acts) -> Told:
    """One act. An elided one leaves only its transition; words just told are not told again."""
    move, wording = worded(teller, beat)
    teller = replace(teller, opening=False)
    elided = next((elision for elision in teller.scene.told.elided if elision.move == move.id), None)
    if elided is not None:
        return replace(teller, transition=elided.text or "", opens="section"), ()
    event = beat.act
    text = vary(wording.text, event.use, teller.seed, event.text_id)
    if not text:
        return teller, ()
    if wording.kind == "says":
        return tell_speech(teller, beat, wording, text)
    if event.cut:
        return _cut_deed(teller, beat, text)
    if f"{event.who} {text}" in teller.texts:
        return teller, ()
    teller = turned_to(teller, event.who, afresh=beat.lasting or (beat.turn and teller.last != "deed"))
    names = naming(teller)
    subject = names.as_subject(event.who, by_name=beat.lasting)
    told = f"{subject} {names.fill(conjugate(text, teller.tense, plural=names.plural(event.who)))}"
    teller, sentences = spoken(
        teller, beat, told, event.text_id, names, "inside" if event.inner else "deed", own=count(subject), event=event.index
    )
    texts = (*teller.texts, f"{event.who} {text}")[-REMEMBERED:]
    return replace(teller, texts=texts, opens="paragraph" if beat.lasting else ""), sentences


def worded(teller: Teller, beat: Acts) -> tuple[Move, Utterance]:
    """The move of an act, and the wording it was done in."""
    move = move_of(teller.scene, beat.act.who, beat.act.move)
    return move, (move.wordings[beat.act.wording] if move.wordings else Utterance(text=""))


def _cut_deed(teller: Teller, beat: Acts, text: str) -> Told:
    return engine_sentence(teller, beat, "cut", beat.act.who, act=text) or (teller, ())


def tell_speech(teller: Teller, beat: Acts, wording: Utterance, text: str) -> Told:
    """Speech. It stays with its speaker's gesture; the tag is dropped where the paragraph says who it is.

    Words that break off where they broke off before are not told again.
    """
    event = beat.act
    text = in_speech(text, teller.scene.people)
    if teller.texts.count(f"{event.who} {text}") >= TWICE:
        return teller, ()
    said = text
    if event.cut:
        text = cut_short(text, (event.ends - event.t) / max(event.lands - event.t, 1e-9))
        if not text or f"{event.who} {text}" in teller.texts:
            return teller, ()
    same = teller.last == "deed" and teller.actor == event.who and teller.length < LONG and not teller.opens
    teller = turned_to(teller, event.who, afresh=not same)
    names = naming(teller)
    untagged = teller.speech.untagged + 1 if teller.speech else 1
    plain = same or (_alternates(teller, beat) and untagged <= UNTAGGED)
    if plain:
        names.mentioned.add(event.who)
        names.subject = event.who
        told, own = f"“{text}”", 0
    else:
        subject = names.as_subject(event.who)
        told, own = tagged(text, subject, teller.tense, plural=names.plural(event.who))
    teller, sentences = spoken(teller, beat, told, event.text_id, names, "speech", own=own, event=event.index)
    heard = Speech(event.who, event.to, beat.t, untagged if plain and not same else 0, asks="?" in said)
    remembered = dict.fromkeys((f"{event.who} {said}", f"{event.who} {text}"))
    teller = replace(teller, speech=heard, texts=(*teller.texts, *remembered)[-REMEMBERED:])
    return _toned(teller, beat, wording, sentences, plain)


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


def tagged(text: str, subject: str, tense: str, *, plural: bool = False) -> tuple[str, int]:
    """Speech with *said* or *asked*, after its first sentence if that is short; and how many words that adds.

    >>> tagged("Nothing. I was passing.", "the knight", "past")[0]
    '“Nothing,” the knight said. “I was passing.”'
    """
    opening, rest = _first_sentence(text)
    verb = "ask" if opening.endswith("?") else "say"
    told = f"{verb}ed" if verb == "ask" and tense == "past" else "said" if tense == "past" else verb if plural else f"{verb}s"
    quoted = opening if opening.endswith(("?", "!", "…", "—")) else opening.rstrip(".") + ","
    tag = f"{subject} {told}"
    return f"“{quoted}” {tag}." + (f" “{rest}”" if rest else ""), count(tag)


def _first_sentence(text: str) -> tuple[str, str]:
    match = re.match(r"(.+?[.?!…])\s+(?=[A-Z“])", text)
    if match and count(match[1]) <= 7:
        return match[1], text[match.end() :]
    return text, ""


def cut_short(text: str, share: float) -> str:
    """What was heard of a speech cut off after this share of it.

    >>> cut_short("Are you coming in, or not?", 0.5)
    'Are you coming—'
    """
    words = text.split()
    heard = words[: int(len(words) * share)]
    return " ".join(heard).rstrip(",.;:?!") + "—" if heard else ""
