"""Which act somebody came nearer to doing between two states of a performance, or let be: told where nothing was done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from falter.explain.acts.why import Part
from falter.explain.wording import Wording
from falter.explore.decisive import moves_asked_for
from falter.model.scene import Scene
from falter.narrate.pronouns import name
from falter.performance.event import Event
from falter.performance.trace import Trace
from falter.tables import columns as at

LEAST: Final = 0.2
"""Part of what an act takes by which it must have come nearer, or gone, to be told of."""


class Leaning(NamedTuple):
    """How near an act of somebody's stood to what it takes, before and after."""

    who: str
    move: str
    before: float
    after: float


def leaning(trace: Trace, since: int, until: int, changes: Mapping[str, float], coming: Event | None = None) -> str | None:
    """Of the acts that would settle it, the one that came nearer by most, or went farther, from one state to another; None where by little.

    Those are the acts that an ending whose chance changed asks for, where they went the same way as the chance; and what was about to be
    done and is known to bear on it: `coming`. States by the steps taken, as of moments.
    """
    about = {(coming.who, coming.move)} if coming else set()
    found = list(leanings(trace, since, until))
    told = [one for one in found if bears_on(trace.scene, one, changes) or ((one.who, one.move) in about and one.after > one.before)]
    moved = sorted(told, key=lambda one: -abs(one.after - one.before))
    if not moved or abs(moved[0].after - moved[0].before) < LEAST:
        return None
    one, people = moved[0], {person.id: name(person) for person in trace.scene.people}
    will = f"{people[one.who]}'s will to {one.move.replace('-', ' ')} {'rises' if one.after > one.before else 'falls'}"
    return f"{will} from {100.0 * one.before:.0f} % of what it takes to {100.0 * one.after:.0f} %"


def bears_on(scene: Scene, one: Leaning, changes: Mapping[str, float]) -> bool:
    """Would the act settle it, as the chances say?"""
    return any((change > 0.0) == (one.after > one.before) for name, change in changes.items() if _asks(scene, name, one.who, one.move))


def settles(scene: Scene, who: str, move: str) -> bool:
    """Does any ending ask for it?"""
    return any(_asks(scene, ending.name, who, move) for ending in scene.endings)


def _asks(scene: Scene, name: str, who: str, move: str) -> bool:
    """Does an ending ask for an act: by its name, or for what it does, that somebody is gone or dead?"""
    if move in moves_asked_for(scene, name):
        return True
    atoms = [atom for one in scene.endings if one.name == name for clause in one.when.clauses for atom in clause.atoms if not atom.negated]
    wanted = {(atom.word, atom.subject) for atom in atoms}
    return any(
        ("gone", who) in wanted if meant.word == "leaves" else ("dead", meant.object or one.target) in wanted
        for one in scene.all_moves()
        if one.id == move and (not one.who or who in one.who)
        for meant in one.means
        if meant.word in ("leaves", "kills")
    )


def minding(trace: Trace, since: int, until: int, changes: Mapping[str, float]) -> str | None:
    """What came to the mind of somebody who may do what would settle it, in place of what; None where nothing did."""
    for who in dict.fromkeys(one.who for one in leanings(trace, since, until) if _asked(trace.scene, one, changes)) if since else ():
        before, after = (_attended(trace, who, step) for step in (since, until))
        if before != after and before >= 0 and after >= 0:
            wording = Wording(trace, who)
            old, new = (wording.motive(_part(trace, row)) for row in (before, after))
            return f"{wording.names[who]}'s mind goes from {old} to {new}"
    return None


def _asked(scene: Scene, one: Leaning, changes: Mapping[str, float]) -> bool:
    """Does an ending whose chance changed ask for it, or can it not be undone?"""
    lasting = any(move.lasting for move in scene.all_moves() if move.id == one.move)
    return lasting or any(_asks(scene, name, one.who, one.move) for name in changes)


def _attended(trace: Trace, who: str, step: int) -> int:
    row = trace.tables.names.person[who]
    return trace.si(step - 1)[trace.tables.packed.ti[at.SI_PERSON] + row * at.SI_PERSON_SIZE + at.PERSON_ATTENDED]


def _part(trace: Trace, row: int) -> Part:
    label = trace.tables.labels["motive"][row]
    return Part(label.label.split(" ")[0], label.label, row, label.path, 0.0)


def leanings(trace: Trace, since: int, until: int) -> Iterator[Leaning]:
    """Every act that is open in both states; before the first step all are, and nothing has gathered."""
    ti, names = trace.tables.packed.ti, trace.tables.names
    for act in range(ti[at.N_ACT]):
        row, state = ti[at.TI_ACT] + act * at.TI_ACT_SIZE, ti[at.SI_ACT] + act * at.SI_ACT_SIZE
        if all(trace.si(step - 1)[state + at.ACT_OPEN] == 1 for step in (since, until) if step):
            who, move = names.people[ti[row + at.ACT_OWNER]].id, names.moves[ti[row + at.ACT_MOVE]].id
            yield Leaning(who, move, _share(trace, act, since), _share(trace, act, until))


def _share(trace: Trace, act: int, step: int) -> float:
    """Of what an act takes, what had gathered; in [0, 1]."""
    if not step:
        return 0.0
    cell, sf = trace.tables.packed.ti[at.SF_ACT] + act * at.SF_ACT_SIZE, trace.sf(step - 1)
    theta = sf[cell + at.ACT_THETA]
    return max(0.0, min(1.0, sf[cell + at.ACT_P] / theta)) if theta > 0.0 else 0.0
