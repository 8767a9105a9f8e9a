"""Telling acts: deeds in the author's words, what was cut off cut off, and now and then that somebody looked away."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from falter.model.moves import Move, Utterance
from falter.narrate.beats import Acts
from falter.narrate.engine import engine_sentence
from falter.narrate.moves import is_averted, move_of
from falter.narrate.speech import tell_speech
from falter.narrate.teller import REMEMBERED, Teller, Told, count, naming, noted, spoken, turned_to
from falter.text.inflect import conjugate
from falter.text.variants import vary

AVERTED: Final = "averted"
"""Under which a teller remembers when somebody looked away."""
AVERTED_AGAIN: Final = 30.0
"""s between two times that it is told."""


def tell_act(teller: Teller, beat: Acts) -> Told:
    """One act. An elided one leaves only its transition; words just told are not told again."""
    if is_averted(teller.scene, beat.act.who, beat.act.move):
        return _tell_averted(teller, beat)
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
    """What was begun and not done, as far as its first clause; nothing where even that has a verb that is not the doer's."""
    text = text.split(",")[0]
    if "[" in text:
        return teller, ()
    return engine_sentence(teller, beat, "cut", beat.act.who, act=text) or (teller, ())


def _tell_averted(teller: Teller, beat: Acts) -> Told:
    """Somebody looks away. Eyes do it often: it is told now and then, in the engine's words, and of nobody before anything was done."""
    last = teller.told_at.get(AVERTED, -AVERTED_AGAIN)
    if teller.opening or teller.clock - last < AVERTED_AGAIN:
        return teller, ()
    kind = "averts" if beat.act.who == teller.person else "averted"
    told = engine_sentence(teller, beat, kind, beat.act.who, other=beat.act.to, as_="deed")
    return (noted(told[0], AVERTED), told[1]) if told else (teller, ())
