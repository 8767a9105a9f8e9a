"""Telling acts: deeds in the author's words, what was cut off cut off, and now and then that somebody looked away."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from falter.model.moves import Move, Utterance
from falter.narrate.beats import Acts
from falter.narrate.engine import engine_sentence
from falter.narrate.moves import is_averted, move_of
from falter.narrate.speech import tell_speech
from falter.narrate.teller import REMEMBERED, Teller, Told, count, naming, noted, spoken, turned_to
from falter.text.inflect import base, conjugate
from falter.text.variants import vary

AVERTED: Final = "averted"
"""Under which a teller remembers when somebody looked away."""
AVERTED_AGAIN: Final = 30.0
"""s between the first two times that it is told; each time after that it must have been twice as long."""
_AND: Final = re.compile(r"\s+(?:and|but|then)\s+(?:then\s+)?(?P<word>[a-z'’-]+)")


def tell_act(teller: Teller, beat: Acts) -> Told:
    """One act. An elided one leaves only its transition; words just told are not told again."""
    if is_averted(teller.scene, beat.act.who, beat.act.move):
        return _tell_averted(teller, beat)
    move, wording = worded(teller, beat)
    teller = replace(teller, opening=False, looked=False, acted=teller.acted | {beat.act.who})
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
    line = f"{event.who} {text}"
    if line in teller.texts or (event.inner and teller.used(line)):
        return teller, ()
    teller = turned_to(teller, event.who, afresh=beat.lasting or (beat.turn and teller.last != "deed"))
    names = naming(teller)
    subject = names.as_subject(event.who, by_name=beat.lasting)
    told = f"{subject} {names.fill(conjugate(text, teller.tense, plural=names.plural(event.who)))}"
    teller, sentences = spoken(
        teller, beat, told, event.text_id, names, "inside" if event.inner else "deed", own=count(subject), event=event.index
    )
    teller = noted(teller, line) if event.inner else teller
    return replace(teller, texts=(*teller.texts, line)[-REMEMBERED:], opens="paragraph" if beat.lasting else ""), sentences


def worded(teller: Teller, beat: Acts) -> tuple[Move, Utterance]:
    """The move of an act, and the wording it was done in."""
    move = move_of(teller.scene, beat.act.who, beat.act.move)
    return move, (move.wordings[beat.act.wording] if move.wordings else Utterance(text=""))


def _cut_deed(teller: Teller, beat: Acts, text: str) -> Told:
    """What was begun and not done, as far as its first verb goes; nothing where even that has a verb that is not the doer's."""
    text = first_deed(text.split(",")[0])
    if "[" in text:
        return teller, ()
    return engine_sentence(teller, beat, "cut", beat.act.who, act=text) or (teller, ())


def first_deed(text: str) -> str:
    """A deed up to the second verb of its doer's.

    >>> first_deed("turns and goes"), first_deed("takes up a cup and a plate")
    ('turns', 'takes up a cup and a plate')
    """
    found = next((match for match in _AND.finditer(text) if base(match["word"]) is not None), None)
    return text[: found.start()] if found else text


def _tell_averted(teller: Teller, beat: Acts) -> Told:
    """Somebody looks away. Eyes do it often: it is told now and then, seldomer each time, and only when something else was told since.

    Of nobody is it told before anything was done, nor of or by one who is busy, or asleep, until he has done something.
    """
    if teller.opening or teller.clock - teller.told_at.get(AVERTED, -AVERTED_AGAIN) < AVERTED_AGAIN * 2 ** max(0, teller.used(AVERTED) - 1):
        return teller, ()
    if teller.looked or any(teller.someone(id_).busy and id_ not in teller.acted for id_ in (beat.act.who, teller.person)):
        return teller, ()
    kind = "averts" if beat.act.who == teller.person else "averted"
    told = engine_sentence(teller, beat, kind, beat.act.who, other=beat.act.to, as_="deed")
    return (replace(noted(told[0], AVERTED), looked=True), told[1]) if told else (teller, ())
