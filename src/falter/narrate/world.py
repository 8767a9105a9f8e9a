"""Telling what came about of itself: the author's words for what happens and for who comes in, else the fewest of the engine's."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from falter.narrate.beats import Arrives, Happens, Passes
from falter.narrate.engine import filled
from falter.narrate.teller import Teller, Told, count, naming, spoken, turned_to
from falter.text.inflect import marked_only
from falter.text.variants import vary

COMES: Final = {False: "comes in", True: "comes back"}
"""Where the author has no words for it: it cannot go untold, since what comes after would have no beginning."""


def tell_happening(teller: Teller, beat: Happens) -> Told:
    """What happens, in a paragraph of its own: always told, in the author's words, its marked verbs in the tense told."""
    happening = teller.scene.happenings[beat.happening]
    text = marked_only(vary(happening.text, 0, teller.seed, f"happening/{happening.id}"), teller.tense)
    teller = turned_to(teller, None, afresh=True)
    names = naming(teller)
    return spoken(teller, beat, names.fill(text), f"happening/{happening.id}", names, "room", own=0)


def tell_passing(teller: Teller, beat: Passes) -> Told:
    """Time passed over: a new section, which the author's words open."""
    text = teller.scene.laters[beat.later].text or ""
    return replace(teller, opens="section", transition=text, actor=None, inside=0, speech=None), ()


def tell_arrival(teller: Teller, beat: Arrives) -> Told:
    """Somebody comes in, or back."""
    teller = turned_to(teller, beat.other, afresh=True)
    names = naming(teller)
    act = vary(beat.text, 0, teller.seed, f"{beat.other}/comes") if beat.text else COMES[beat.back]
    text = filled("{who} {does}.", names, teller, beat.other, None, act)
    origin = f"{beat.other}/arrives" if beat.text else "phrasebook/arrives/comes"
    return spoken(teller, beat, text, origin, names, "sight", own=count(text) - (count(act) if beat.text else 0))
