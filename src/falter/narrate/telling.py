"""The fold of telling, `(teller, beat) -> (teller, sentences)`: what is told of a beat, and what is left out.

It looks at nothing but the teller and the beat, so the prose of the first beats is the beginning of the prose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from falter.narrate.acts import tell_act
from falter.narrate.beats import (
    Acts,
    Arrives,
    Beat,
    Befalls,
    Closes,
    Freezes,
    Happens,
    Learns,
    Nears,
    Notices,
    Opens,
    Passes,
    Realises,
    Recalls,
    Remains,
    Rests,
    Sees,
    Silence,
    Slips,
    Sounds,
    Within,
)
from falter.narrate.befalling import tell_befalling
from falter.narrate.believing import tell_realising, tell_remaining
from falter.narrate.engine import engine_sentence
from falter.narrate.learning import tell_learning
from falter.narrate.lines import detail_forms, detail_id, line_id, next_form, tell_line, too_soon
from falter.narrate.moves import move_of
from falter.narrate.prose import Sentence
from falter.narrate.recalling import tell_recall
from falter.narrate.slips import tell_slip
from falter.narrate.teller import INSIDE, Teller, Told, affords, at, count, naming, noted, paid, spoken, turned_to
from falter.narrate.voices import tell_sound
from falter.narrate.world import tell_arrival, tell_happening, tell_passing
from falter.text.draws import below
from falter.text.inflect import uninflectable
from falter.text.variants import vary

STOPPED: Final = 3
"""Of so many times that somebody is stopped dead one is not told."""


def tell(teller: Teller, beat: Beat) -> Told:
    """What is told of one beat."""
    return _TELL[type(beat)](at(teller, beat), beat)


def tell_all(teller: Teller, beats: Iterable[Beat]) -> Iterator[Sentence]:
    """The sentences of a run of beats, each as soon as its beat is there."""
    for beat in beats:
        teller, sentences = tell(teller, beat)
        yield from sentences


def _opens(teller: Teller, beat: Opens) -> Told:
    teller = replace(teller, person=beat.person, opens="section", actor=None, inside=0, speech=None, broken={}, credit=60.0, opening=True)
    place = teller.scene.place
    if not beat.first or place is None or not place.text:
        return teller, ()
    teller = turned_to(teller, None)
    return spoken(teller, beat, place.text, "place", naming(teller), "room", own=0)


def _acts(teller: Teller, beat: Acts) -> Told:
    return tell_act(teller, beat)


def _within(teller: Teller, beat: Within) -> Told:
    text = next_form(teller, beat.words)
    if not text or teller.inside >= INSIDE or not affords(teller, count(text)) or too_soon(teller, beat.words):
        return teller, ()
    return tell_line(teller, beat, beat.words) or (teller, ())


def _sees(teller: Teller, beat: Sees) -> Told:
    text = next_form(teller, beat.words)
    if not text or not affords(teller, count(text)) or too_soon(teller, beat.words):
        return teller, ()
    return tell_line(teller, beat, beat.words) or (teller, ())


def _silence(teller: Teller, beat: Silence) -> Told:
    """A silence, once: the author's words for waiting, the nearest to the moment first; else the engine's; else nothing."""
    me = teller.someone(teller.person)
    left = [number for number in beat.words if next_form(teller, number)]
    left.sort(key=lambda number: (not me.words[number].when.clauses, teller.used(line_id(me, number)), number))
    told: Told | None = tell_line(teller, beat, left[0]) if left else None
    if told is None and not teller.opening:
        told = _unfilled(teller, beat)
    teller, sentences = told or (teller, ())
    if not teller.opening and not teller.opens:
        teller = replace(teller, actor="") if not sentences else teller
    return teller, sentences


def _unfilled(teller: Teller, beat: Silence) -> Told | None:
    """The engine's sentence for a silence, where it is true: of an answer not given only right after the question was told."""
    asked = teller.speech is not None and teller.speech.asks
    mine = teller.speech is not None and teller.speech.who == teller.person
    if beat.kind == "owing":
        return engine_sentence(teller, beat, "owing", teller.person, as_="waits") if asked and not mine else None
    if beat.kind == "waiting":
        other = teller.speech.to if teller.speech and asked and mine else None
        return engine_sentence(teller, beat, "waiting", teller.person, other=other, as_="waits") if other else None
    kinds = ("silence",) if teller.last == "speech" or beat.bereft else ("silence", "silence-of-all")
    found = (engine_sentence(teller, beat, kind, teller.person, as_="waits") for kind in kinds)
    return next((told for told in found if told is not None), None)


def _notices(teller: Teller, beat: Notices) -> Told:
    kind = "notices-voice" if beat.heard else "notices"
    return engine_sentence(teller, beat, kind, teller.person, other=beat.other, as_="sight") or (teller, ())


def _freezes(teller: Teller, beat: Freezes) -> Told:
    """Stopped dead: the author's line if there is one, else the engine's sentence. One in `STOPPED` is left to show in what is not done."""
    if below(STOPPED, teller.seed, "freezes", teller.person, beat.step) == 0:
        return teller, ()
    for number in beat.words:
        told = tell_line(teller, beat, number) if next_form(teller, number) and not too_soon(teller, number) else None
        if told is not None:
            return told
    return engine_sentence(teller, beat, "freezes", teller.person, other=beat.other, as_="inside") or (teller, ())


def _rests(teller: Teller, beat: Rests) -> Told:
    """A look at the room, where nothing presses or after enough of the inner life."""
    presses = beat.conflict > 0.6 and teller.inside < INSIDE - 1 and not teller.opening
    left = [number for number in beat.details if teller.used(_detail(teller, number)) < len(detail_forms(teller, number))]
    if presses or not left:
        return teller, ()
    left.sort(key=lambda number: (teller.used(_detail(teller, number)), below(1 << 30, teller.seed, "detail", number)))
    number = next((n for n in left if teller.scene.details[n].last), left[0]) if teller.echo is None and teller.opening else left[0]
    text = detail_forms(teller, number)[teller.used(_detail(teller, number))]
    if not affords(teller, count(text)):
        return teller, ()
    teller = turned_to(teller, None if teller.opening else teller.actor, afresh=teller.last == "speech")
    names = naming(teller)
    echo = number if teller.opening and teller.echo is None else teller.echo
    teller, sentences = spoken(
        noted(teller, _detail(teller, number)), beat, names.fill(text), _detail(teller, number), names, "room", own=0
    )
    return replace(paid(teller, count(text)), echo=echo), sentences


def _detail(teller: Teller, number: int) -> str:
    return detail_id(teller.scene.details[number])


def _nears(teller: Teller, beat: Nears) -> Told:
    """An act that all but happened, in the author's words for it; else a thought of being torn."""
    if teller.last == "speech" and teller.actor == teller.person:
        return teller, ()
    move = move_of(teller.scene, teller.person, beat.move)
    wording = next((wording for wording in move.wordings if wording.kind != "says"), None)
    told: Told | None = None
    if wording is None:
        told = engine_sentence(teller, beat, "near-speech", teller.person, as_="inside")
    else:
        act = vary(wording.text, 0, teller.seed, f"near/{move.id}")
        if act and not uninflectable(wording.text) and "[" not in act and "," not in act:
            told = engine_sentence(teller, beat, "near", teller.person, act=act, as_="inside")
        told = told or engine_sentence(teller, beat, "near-it", teller.person, as_="inside")
    for number in beat.words if told is None else ():
        told = tell_line(teller, beat, number) if next_form(teller, number) else None
        if told is not None:
            break
    return told or (teller, ())


def _closes(teller: Teller, beat: Closes) -> Told:
    """The last look at what the telling opened with."""
    if teller.echo is None or not beat.here:
        return teller, ()
    detail = teller.scene.details[teller.echo]
    if not detail.last:
        return teller, ()
    teller = turned_to(teller, None, afresh=True)
    names = naming(teller)
    return spoken(
        teller, beat, names.fill(vary(detail.last, 0, teller.seed, f"{detail_id(detail)}/last")), detail_id(detail), names, "room", own=0
    )


_TELL: Final[dict[type[Beat], Callable[[Teller, Any], Told]]] = {
    Opens: _opens,
    Acts: _acts,
    Within: _within,
    Sees: _sees,
    Silence: _silence,
    Notices: _notices,
    Happens: tell_happening,
    Arrives: tell_arrival,
    Passes: tell_passing,
    Slips: tell_slip,
    Sounds: tell_sound,
    Freezes: _freezes,
    Befalls: tell_befalling,
    Rests: _rests,
    Realises: tell_realising,
    Remains: tell_remaining,
    Learns: tell_learning,
    Recalls: tell_recall,
    Nears: _nears,
    Closes: _closes,
}
