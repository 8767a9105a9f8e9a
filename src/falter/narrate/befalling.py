"""What befalls a mind and is no act, and its telling: a face read, a touch, what both know, a tie that moves, emptiness.

The author's own lines about it come first, where one holds; else the phrasebook's sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from falter.model.conditions import Atom
from falter.model.looks import LOOKS
from falter.model.people import Person
from falter.narrate.beats import Befalls, Level
from falter.narrate.engine import engine_sentence
from falter.narrate.lines import emotions, next_form, tell_line, too_soon
from falter.narrate.moves import move_of
from falter.narrate.teller import Kind, Teller, Told, affords

if TYPE_CHECKING:
    from falter.performance.event import Incident
    from falter.performance.view import View

SURE: Final = 0.9
LIKELY: Final = 0.6
WORTH: Final = {"touched": 0.2, "moved": 0.08}
"""How welcome or unwelcome a touch is, and how much a tie moves at once, to be worth a sentence."""
OWING: Final = -14
"""Words that may be owed already where something has come over the one whose mind it is."""
BLANK: Final = 0.1
FAINT: Final = 0.4
"""How much of a feeling must be seen on somebody for it to be told at all, and to be told as more than a trace of it."""
KIN: Final = {"joy", "tenderness"}
"""Feelings so much alike that the one taken for the other is no news."""
ROOM: Final = {"moved": 6}
"""Words for which there must be room instead."""
TOLD_AS: Final[dict[tuple[str, bool], str]] = {
    ("reads", True): "seen",
    ("catches", True): "caught",
    ("probe noticed", True): "probe-felt",
    ("probe noticed", False): "probe-known",
    ("touched", True): "touched",
    ("both know", True): "both-know",
    ("both know", False): "both-know",
    ("in the open", True): "asks-it",
    ("in the open", False): "asked-it",
    ("tie moves", True): "moved",
    ("hollow", True): "hollow",
    ("urge", True): "urge",
}
"""Incidents that are told, by whether they befell the one whose mind it is."""
COMES_LATE: Final = {"hollow": 5.0, "urge": 12.0}
"""s after which one finds that one is empty, and what one wants to do; of several urges each as much later again."""
MUST: Final = frozenset({"hollow", "both-know", "asks-it", "asked-it"})


class Due(NamedTuple):
    """An incident, and when it is told, in s."""

    at: float
    incident: Incident


@dataclass
class Befallen:
    """What the fold carries: how many incidents were looked at, what is still to come, and what was read last in whom."""

    seen: int = 0
    late: list[Due] = field(default_factory=list)
    read: dict[str, str] = field(default_factory=dict)


def befallings(view: View, me: Person, state: Befallen, start: float, step: int) -> Iterator[Befalls]:
    """What has befallen this mind since the last look, or befell it a while ago and is felt now."""
    now, found = step * view.dt, view.incidents
    while state.seen < len(found) and found[state.seen].t <= now:
        incident = found[state.seen]
        state.seen += 1
        later = COMES_LATE.get(incident.kind) if incident.who == view.person else None
        if later is not None:
            urges = sum(due.incident.kind == incident.kind for due in state.late)
            state.late.append(Due(incident.t + later * (1 + urges), incident))
        elif incident.t >= start:
            yield from _of(view, me, state, incident, step)
    while state.late and (due := min(state.late, key=lambda due: due.at)).at <= now:
        state.late.remove(due)
        if due.at >= start:
            yield from _of(view, me, state, due.incident, step)


def _of(view: View, me: Person, state: Befallen, incident: Incident, step: int) -> Iterator[Befalls]:
    mine = incident.who == view.person
    kind = TOLD_AS.get((incident.kind, mine))
    other = incident.whom if mine else incident.who
    if kind is None or (other is None and kind != "urge"):
        return
    what = _what(incident)
    once, seen = None, 1.0
    if kind == "seen" and other is not None and what is not None:
        seen = max(view.shown(step, other, emotion) * looks.get(what, 0.0) for emotion, looks in LOOKS.items())
        if seen < BLANK:
            return
        once = state.read.get(other)
        if {once, what} == KIN:
            return
        state.read[other] = what
    if abs(incident.amount) < WORTH.get(kind, 0.0):
        return
    words = tuple(number for number, atoms in _lines(me) if _is_about(view, atoms, kind, other, what) and view.holds(step, number))
    # How sure a reading is, the belief says, right or not.
    level: Level = "flat" if incident.amount > SURE else "seems" if incident.amount > LIKELY else "perhaps"
    before, ill = once if once != what else None, incident.amount < 0
    yield Befalls(step, step * view.dt, view.conflict(step), kind, other, what, before, ill, level, words, seen < FAINT)


def _what(incident: Incident) -> str | None:
    """The feeling, the tie or the kind of motive it is about."""
    if incident.what is None or incident.kind not in ("reads", "catches", "tie moves", "urge"):
        return None
    return incident.what.split()[0]


def _lines(me: Person) -> Iterator[tuple[int, list[Atom]]]:
    """The lines about what is inside, each with what it asks."""
    for number, words in enumerate(me.words):
        if words.kind in ("thinks", "senses"):
            yield number, [atom for clause in words.when.clauses for atom in clause.atoms if not atom.negated]


def _is_about(view: View, atoms: list[Atom], kind: str, other: str | None, what: str | None) -> bool:
    """Is a line that asks this about what befell?"""
    if kind == "hollow":
        return any(atom.word == "dead" and atom.subject == other for atom in atoms)
    if kind == "urge":
        return any(atom.word == "attends" and atom.name == what for atom in atoms)
    if kind in ("both-know", "asked-it"):
        return any(atom.word in ("suspected by", "believed by") and atom.person == other for atom in atoms)
    if kind == "touched" and other is not None:
        return any(atom.word in ("done", "since") and atom.move is not None and _touches(view, other, atom.move) for atom in atoms)
    return False


def _touches(view: View, who: str, move: str) -> bool:
    try:
        found = move_of(view.scene, who, move)
    except ValueError:
        return False
    meant = (*found.means, *(meaning for wording in found.wordings for meaning in wording.means))
    return any(meaning.word == "touches" for meaning in meant)


def tell_befalling(teller: Teller, beat: Befalls) -> Told:
    """The author's line about it, else the engine's; of a reading only what is new, as sure as it is believed."""
    for number in beat.words:
        told = tell_line(teller, beat, number) if next_form(teller, number) and not too_soon(teller, number) else None
        if told is not None:
            return told
    if _is_the_author_s(teller, beat) or (beat.kind not in MUST and not affords(teller, ROOM.get(beat.kind, OWING))):
        return teller, ()
    felt = teller.book.get("what-is-felt-faintly" if beat.faint else "what-is-felt", {})
    fills = {"what": felt.get(beat.what or "", ""), "once": felt.get(beat.once or "", "")}
    about, other = (beat.other, None) if beat.kind == "seen" else (teller.person, beat.other)
    as_: Kind = "sight" if beat.kind == "seen" else "inside"
    found = (engine_sentence(teller, beat, kind, about or teller.person, other=other, fills=fills, as_=as_) for kind in _kinds(beat))
    return next((told for told in found if told is not None), (teller, ()))


def _is_the_author_s(teller: Teller, beat: Befalls) -> bool:
    """Has a `sees` line of the author's still something to say of such a feeling in this face? Then it is left to that."""
    if beat.kind != "seen":
        return False
    return any(
        line.kind == "sees"
        and line.person == beat.other
        and next_form(teller, number) is not None
        and any((beat.what or "") in LOOKS[emotion] for emotion in emotions(line.when))
        for number, line in enumerate(teller.someone(teller.person).words)
    )


def _kinds(beat: Befalls) -> tuple[str, ...]:
    """The phrasebook's kinds for it, the closest first; of what shows no more than a little, the sentences that say a little."""
    if beat.kind == "seen":
        sure = beat.level == "flat"
        anew = (f"{'seen' if sure else 'seems'}-anew",) if beat.once else ()
        if sure and beat.faint:
            return (*anew, "traces")
        kind = "seen" if sure else "seems"
        return (*anew, f"{kind}-{beat.what}", kind)
    if beat.kind == "touched":
        return ("touched-ill",) if beat.ill else ("touched",)
    if beat.kind == "moved":
        return (f"moved-{beat.what}-{'down' if beat.ill else 'up'}",)
    return (f"{beat.kind}-{beat.what}",) if beat.what else (beat.kind,)
