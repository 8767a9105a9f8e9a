"""Memories: what wakes each is something, and something that can be there; nobody is asked for a memory of another's."""

from __future__ import annotations

from collections.abc import Iterator

from falter.diagnostics.nearest import offer
from falter.diagnostics.source import Path
from falter.model.people import Memory
from falter.model.words import CUES, FELT_WORDS
from falter.scene.checks.cast import Cast
from falter.scene.checks.conditions import subjects
from falter.scene.checks.possible import Possible
from falter.scene.checks.report import Report
from falter.scene.checks.walk import conditions, meanings, means


def check_memories(cast: Cast, possible: Possible, report: Report) -> None:
    """Each memory can be woken by something; each one named belongs to the one who is to recall it or shut it out."""
    known = [*CUES, *cast.ids, *FELT_WORDS, *cast.marks, *cast.moves, *cast.coverings]
    for path, who, memory in _memories(cast):
        unknown = [cue for cue in memory.woken if cue not in known]
        for cue in unknown:
            report.add("FAL3601", path, [cue], ["by"], cue=cue, offer=offer(cue, known))
        if not unknown:
            _can_wake(cast, possible, report, path, who, memory)
    _whose(cast, report)


def _memories(cast: Cast) -> Iterator[tuple[Path, str, Memory]]:
    for i, person in enumerate(cast.scene.people):
        for m, memory in enumerate(person.memories):
            yield ("people", i, "memories", m), person.id, memory


def _can_wake(cast: Cast, possible: Possible, report: Report, path: Path, who: str, memory: Memory) -> None:
    reasons = [_bar(cast, possible, who, memory, cue) for cue in memory.woken]
    if all(reasons) and not report.of_a_cast(path):
        reason = "; ".join(dict.fromkeys(why for why in reasons if why)) or "its line has no `woken by`"
        report.add("FAL3602", path, [memory.id], ["remembers"], id=memory.id, reason=reason)


def _bar(cast: Cast, possible: Possible, who: str, memory: Memory, cue: str) -> str | None:
    """Why a cue can never be there, or None."""
    others = [memory.with_] if memory.with_ in cast.people else [one for one in cast.ids if one != who]
    if cue in CUES and not any(cast.here(one) for one in others):
        return f"`{memory.with_}` is away" if memory.with_ else "nobody else is there"
    if cue == "voice" and not any(_speaks(cast, one) for one in others):
        return f"no move of `{memory.with_}` says anything" if memory.with_ else "no move of anybody else says anything"
    if cue == "touch" and not any(_touch(cast, who, one) or _touch(cast, one, who) for one in others):
        return f"no move touches, between `{who}` and {f'`{memory.with_}`' if memory.with_ else 'another'}"
    if cue in cast.people and not cast.here(cue):
        return f"`{cue}` is away"
    if cue in cast.moves and cue not in possible.doable:
        return f"`{cue}` can never be done"
    return None


def _speaks(cast: Cast, who: str) -> bool:
    return any(who in cast.doers(each.move) and any(wording.kind == "says" for wording in each.move.wordings) for each in cast.made)


def _touch(cast: Cast, doer: str, aim: str) -> bool:
    return any(
        doer in cast.doers(each.move) and aim in cast.targets(each.move) and means(each.move, "touches", "harms") for each in cast.made
    )


def _whose(cast: Cast, report: Report) -> None:
    """A memory is its owner's alone."""
    owners = {memory.id: who for _, who, memory in _memories(cast)}
    for each in cast.made:
        for path, meant in meanings(each):
            if meant.word == "shuts out" and meant.object in owners:
                others = [who for who in cast.doers(each.move) if who != owners[meant.object]]
                if others and each.move.who:
                    report.add("FAL3603", path, [meant.object], ["out"], who=others[0], id=meant.object, owner=owners[meant.object])
    for judged in conditions(cast.scene):
        for path, atom in judged.atoms():
            if atom.word != "recalls" or atom.name not in owners:
                continue
            asked = [atom.subject] if atom.subject else subjects(cast, judged)
            if asked and owners[atom.name] not in asked:
                report.add("FAL3603", path, [atom.name], ["recalls"], who=asked[0], id=atom.name, owner=owners[atom.name])
