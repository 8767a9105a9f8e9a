"""What gave way so that an act could be done, in words: the condition as it came true, of the one who did it."""

from __future__ import annotations

from typing import Final

from falter.explain.acts.happened import Gate
from falter.explain.wording import Wording
from falter.model.conditions import Atom
from falter.narrate.pronouns import possessive
from falter.performance.event import Event
from falter.scene.checks.walk import is_of_a_fact, phrase

HELD: Final = {"knows": "knew", "believes": "believed", "suspects": "suspected", "doubts": "doubted"}
NOT_HELD: Final = {
    "knows": "no longer knew",
    "believes": "no longer believed",
    "suspects": "no longer suspected",
    "doubts": "no longer doubted",
}
CAME_TRUE: Final[dict[str, str]] = {
    "near": "{who} {was} near {whom}",
    "within": "{who} {was} within {amount:g} m of {whom}",
    "at": "{who} {was} at the {name}",
    "noticed": "{who} had noticed {whom}",
    "noticed by": "{whom} had noticed {who_obj}",
    "asked": "{who} owed an answer",
    "ignored": "{who} had been kept waiting for an answer",
    "answered": "{who} had been answered",
    "feels": "{who} felt {name}",
    "shows": "{who} showed {name}",
    "rises": "{name} rose in {who_obj}",
    "slips": "{who} let {name} slip",
    "torn": "{who} {was} torn",
    "frozen": "{who} stood frozen",
    "gone": "{who} {was} gone",
    "dead": "{who} {was} dead",
    "here": "{who} {was} there",
    "alone": "{who} {was} alone",
    "wears": "{who} wore the {name}",
    "dark": "it was dark",
    "light": "it was light",
    "lull": "it had been quiet for {amount:g} s",
    "recalls": "{name} had come back to {who_obj}",
    "holds": "{who} had the {name} in hand",
    "on": "{who} {was} on the line",
    "heart races": "{his} heart raced",
    "breath short": "{his} breath came short",
    "hands shake": "{his} hands shook",
}
NO_MORE: Final[dict[str, str]] = {
    "near": "{who} {was} no longer near {whom}",
    "within": "{who} {was} no longer within {amount:g} m of {whom}",
    "at": "{who} {was} no longer at the {name}",
    "noticed": "{who} no longer saw {whom}",
    "asked": "{who} owed no answer any more",
    "feels": "{who} no longer felt {name}",
    "shows": "{who} no longer showed {name}",
    "torn": "{who} {was} no longer torn",
    "frozen": "{who} could move again",
    "here": "{who} {was} there no more",
    "alone": "{who} {was} no longer alone",
    "wears": "{who} had the {name} off",
    "holds": "{who} no longer had the {name} in hand",
    "on": "{who} {was} off the line",
}
BARS_LIFTED: Final[dict[str, str]] = {
    "its part": "this part of the scene had begun",
    "rests": "it could be done again",
    "asked": "{who} owed an answer",
    "here": "the one it was for was there",
    "noticed": "{who} had noticed whom it was for",
    "heard": "they were within hearing of one another",
    "at hand": "it was within reach",
    "apart": "there was a way to go",
    "came": "{who} {was} there",
}


def came_true(gate: Gate, event: Event, wording: Wording) -> str:
    """`he was near Hux`; what has no words of its own as the scene has it: `“attends obey”`."""
    atom = gate.atom
    if atom is None:
        return BARS_LIFTED.get(gate.word, "it could be done").format(**_of(wording.pronouns))
    if atom.word in ("done", "since"):
        return ""
    whose = wording.pronouns if atom.subject in (None, event.who) else _by_name(_named(wording, atom.subject))
    if atom.word in HELD:
        return f"{whose['he']} {(NOT_HELD if atom.negated else HELD)[atom.word]} {_held(atom, wording)}"
    words, whom = (NO_MORE if atom.negated else CAME_TRUE).get(atom.word), atom.person or event.to
    if words is None or (whom is None and "{whom}" in words):
        return f"“{phrase(atom)}”"
    return words.format(whom=_named(wording, whom), name=(atom.name or "").replace("-", " "), amount=atom.amount or 0.0, **_of(whose))


def _named(wording: Wording, id_: str | None) -> str:
    return wording.names.get(id_ or "", id_ or "")


def _by_name(named: str) -> dict[str, str]:
    return {"he": named, "him": named, "his": possessive(named)}


def _held(atom: Atom, wording: Wording) -> str:
    """What was thought: a fact by its text, that another knows of it, what another means, a tie."""
    if is_of_a_fact(atom):
        fact = f"“{next((fact.text for fact in wording.trace.scene.facts if fact.id == atom.name), atom.name)}”"
        return fact if atom.person is None else f"that {_named(wording, atom.person)} knew {fact}"
    about = ["means to", atom.move, atom.other] if atom.move else [atom.name, atom.other]
    return " ".join(["that", wording.thought([atom.person or "", *filter(None, about)])])


def _of(pronouns: dict[str, str]) -> dict[str, str]:
    return {"who": pronouns["he"], "who_obj": pronouns["him"], "his": pronouns["his"], "was": "were" if pronouns["he"] == "they" else "was"}
