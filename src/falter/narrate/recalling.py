"""Telling that a memory came: in the author's words for it, one tense further back than the telling; never twice in the same."""

from __future__ import annotations

import re
from typing import Final

from falter.model.people import Memory
from falter.narrate.beats import Recalls
from falter.narrate.engine import engine_sentence
from falter.narrate.lines import in_turn
from falter.narrate.moves import move_of
from falter.narrate.teller import INSIDE, Teller, Tense, Told, affords, count, naming, noted, paid, spoken, turned_to
from falter.text.inflect import Form, given, inflect, uninflectable
from falter.text.variants import vary

_MARKED: Final = re.compile(r"\[([^\]=\s]+)(?:=([^\]]+))?\]")
OWING: Final = -14.0
"""Words that may be owed already: what comes unasked does not wait for a quiet moment."""


def tell_recall(teller: Teller, beat: Recalls) -> Told:
    """The memory, or the act of this performance that came back; nothing where all has been said of it, or enough of the inner life."""
    if teller.inside >= INSIDE:
        return teller, ()
    memory = next((memory for memory in teller.someone(teller.person).memories if memory.id == beat.memory), None)
    return (_written(teller, beat, memory) if memory is not None else _of_an_act(teller, beat)) or (teller, ())


def memory_id(person: str, memory: Memory) -> str:
    """The id of a memory's line: `KYLO/remembers/nights`."""
    return f"{person}/remembers/{memory.id}"


def _written(teller: Teller, beat: Recalls, memory: Memory) -> Told | None:
    line = memory_id(teller.person, memory)
    forms = in_turn(memory.text, teller.seed, line)
    if teller.used(line) >= len(forms):
        return None
    text = further_back(forms[teller.used(line)], teller.tense)
    if not text or teller.credit < OWING:
        return None
    teller = turned_to(teller, teller.person)
    names = naming(teller)
    told = names.fill(text)
    teller, sentences = spoken(noted(teller, line), beat, told, line, names, "inside", own=0)
    return paid(teller, count(told)), sentences


def _of_an_act(teller: Teller, beat: Recalls) -> Told | None:
    """What somebody did a while ago comes back, in the words it was done in, where they make a short clause; else nothing is told."""
    if beat.act is None or not affords(teller, 6):
        return None
    line = f"{teller.person}/again/{beat.act.index}"
    if teller.used(line):
        return None
    move = move_of(teller.scene, beat.act.who, beat.act.move)
    wording = move.wordings[beat.act.wording] if move.wordings else None
    if wording is None:
        return None
    mine = beat.act.who == teller.person
    if wording.kind == "says":
        kind = "recalls-own-words" if mine else "recalls-words"
        act = ""
    else:
        kind = "recalls-own-deed" if mine else "recalls-deed"
        act = vary(wording.text, beat.act.use, teller.seed, beat.act.text_id)
        if not act or uninflectable(act) or "," in act or "[" in act or count(act) > 9:
            return None
    return engine_sentence(noted(teller, line), beat, kind, beat.act.who if not mine else teller.person, other=None, act=act, as_="inside")


def further_back(text: str, tense: Tense) -> str:
    """Verbs in brackets set one tense further back than the telling.

    >>> further_back("Nobody [sleeps].", "past"), further_back("Nobody [sleeps].", "present")
    ('Nobody had slept.', 'Nobody slept.')
    >>> further_back("She [strides=strode=stridden] off.", "past"), further_back("She [strides=strode=stridden] off.", "present")
    ('She had stridden off.', 'She strode off.')
    """

    def back(mark: re.Match[str]) -> str:
        form: Form = "participle" if tense == "past" else "past"
        found = given(mark[2], form) if mark[2] else inflect(mark[1], form) or mark[1]
        return f"had {found}" if tense == "past" else found

    return _MARKED.sub(back, text)
