"""Moves: somebody can make each, on somebody it can be made on, and its clauses go together."""

from __future__ import annotations

from typing import Final

from falter.diagnostics.nearest import listed, offer
from falter.diagnostics.source import Path
from falter.model.moves import Meant, Move
from falter.model.words import FELT_WORDS, MEANINGS, MOTIVES
from falter.scene.checks.cast import Cast
from falter.scene.checks.possible import Possible
from falter.scene.checks.report import Report
from falter.scene.checks.walk import ASKER, Made, meanings, means

AIMED: Final = ("kills", "harms", "touches", "threatens", "asks", "asks intent", "probes")
"""Meaning words that say nothing without somebody they are about."""


def check_moves(cast: Cast, possible: Possible, report: Report) -> None:
    """Each move, by itself and among the people."""
    for each in cast.made:
        _doers(cast, possible, each, report)
        _target(cast, each, report)
        _clauses(each, report)
        _coverings(cast, each, report)
        for path, meant in meanings(each):
            _meant(cast, each, path, meant, report)
        _words(each, report)


def _after(move: Move) -> tuple[str, ...]:
    return ("may", move.id)


def _doers(cast: Cast, possible: Possible, each: Made, report: Report) -> None:
    move = each.move
    if any(who not in cast.people for who in move.who):
        return
    doers = cast.doers(move)
    if doers and not possible.able(each):
        report.add("FAL2201", each.path, list(doers[:1]), id=move.id, who=listed(doers), first=doers[0])
    elif move.target is not None and move.who == (move.target,):
        report.add("FAL2202", each.path, [move.target], _after(move), id=move.id, who=move.target)
    elif len(set(move.who)) < len(move.who):
        twice = next(who for who in move.who if move.who.count(who) > 1)
        report.add("FAL2203", each.path, [twice], [twice], id=move.id, who=twice)


def _target(cast: Cast, each: Made, report: Report) -> None:
    move = each.move
    if move.target is None:
        return
    if move.target in cast.marks and move.towards not in ("toward", "from"):
        report.add("FAL2204", each.path, [move.target], _after(move), id=move.id, mark=move.target, towards=move.towards or "to")
    elif move.target in cast.people and not cast.here(move.target):
        report.add("FAL2205", each.path, [move.target], _after(move), id=move.id, target=move.target)
    elif move.target == ASKER and not any(cast.asked(who) for who in cast.doers(move)) and not report.unread.doubtful & {"asks", "intent"}:
        report.add("FAL2206", each.path, [ASKER], _after(move), id=move.id)
    elif move.towards is None and move.target is not None:
        report.add("FAL2207", each.path, [move.id], ["may"], id=move.id, target=move.target)


def _clauses(each: Made, report: Report) -> None:
    move, after = each.move, _after(each.move)
    if move.lands is not None and move.takes is not None and move.lands > move.takes:
        report.add("FAL2208", each.path, ["lands at"], after, id=move.id, lands=f"{move.lands:g}", takes=f"{move.takes:g}")
    if move.takes == 0.0:
        report.add("FAL2209", each.path, ["takes"], after, id=move.id)
    if move.again and move.only_once:
        report.add("FAL2210", each.path, ["once"], after, id=move.id)
    if move.leans >= 1.0:
        report.add("FAL2211", each.path, ["leans"], after, id=move.id, value=f"{move.leans:g}")
    if move.step is not None and move.towards not in ("toward", "from"):
        report.add("FAL2212", each.path, [move.id], ["may"], id=move.id, step=f"{move.step:g}")
    elif move.step == 0.0:
        report.add("FAL2213", each.path, [move.target or move.id], after, id=move.id)
    _inner(each, report)


def _inner(each: Made, report: Report) -> None:
    """An inner move is seen by nobody: it neither speaks nor touches nor walks."""
    move = each.move
    if not move.inner:
        return
    outward = [meant.word for meant in means(move, "kills", "harms", "touches", "leaves", "summons", "asks", "asks intent", "answers")]
    outward += ["tells something"] if move.tells else []
    says = any(wording.kind == "says" for wording in move.wordings)
    if says or outward or move.towards in ("toward", "from"):
        reason = "it has words that are said" if says else f"it {outward[0]}" if outward else "it walks"
        report.add("FAL2214", each.path, ["inner"], _after(move), id=move.id, reason=reason)


def _coverings(cast: Cast, each: Made, report: Report) -> None:
    move = each.move
    for word, things in (("drops", move.drops), ("dons", move.dons)):
        for thing in things:
            wearers = cast.coverings.get(thing, [])
            if wearers and all(who in cast.people for who in move.who) and not set(wearers) & set(cast.doers(move)):
                report.add("FAL2215", each.path, [thing], (*_after(move), word), id=move.id, word=word, thing=thing, who=listed(wearers))
            elif word == "drops" and thing in move.dons:
                report.add("FAL2216", each.path, [thing], (*_after(move), word), id=move.id, thing=thing)


def _meant(cast: Cast, each: Made, path: Path, meant: Meant, report: Report) -> None:
    known = MEANINGS.get(meant.word)
    if known is None:
        return
    move, after = each.move, (*_after(each.move), meant.word)
    aimless = meant.object is None and move.target is None
    if known.object == "person" and meant.word in AIMED and aimless:
        somebody = next((who for who in cast.ids if who not in move.who), "SOMEBODY")
        report.add("FAL2217", path, [meant.word], _after(move), id=move.id, word=meant.word, somebody=somebody)
    elif known.object == "emotion" and meant.object not in FELT_WORDS:
        got = f"`{meant.object}` is none" if meant.object else "it names none"
        report.add("FAL2218", path, [meant.word], _after(move), id=move.id, word=meant.word, got=got)
    elif meant.word == "probes" and _powerless(cast, move):
        report.add("FAL3201", path, ["probes"], _after(move), id=move.id, who=_powerless(cast, move))
    elif known.object == "none" and meant.object is not None:
        report.add("FAL2219", path, [meant.object], after, id=move.id, word=meant.word, object=meant.object)
    seen: set[str] = set()
    for effect in meant.effects:
        if effect.motive not in MOTIVES:
            _no_motive(path, after, effect.motive, report)
        elif not -1.0 <= effect.value <= 1.0:
            bound = "1" if effect.value > 0 else "-1"
            report.add("FAL2221", path, [effect.motive], after, motive=effect.motive, value=f"{effect.value:g}", bound=bound)
        elif effect.motive in seen:
            report.add("FAL2222", path, [effect.motive], (*after, effect.motive), motive=effect.motive, word=meant.word)
        seen.add(effect.motive)


def _powerless(cast: Cast, move: Move) -> str | None:
    """The first who may make the move and has not been given the power to probe."""
    return next((who for who in cast.doers(move) if not cast.people[who].powers), None)


def _no_motive(path: Path, after: tuple[str, ...], motive: str, report: Report) -> None:
    report.add("FAL2220", path, [motive], after, motive=motive, offer=offer(motive, MOTIVES))


def _words(each: Made, report: Report) -> None:
    move = each.move
    if means(move, "kills") and not move.lasting:
        report.add("FAL2223", each.path, ["kills"], _after(move), id=move.id)
    if not move.wordings:
        report.add("FAL2224", each.path, [move.id], ["may"], id=move.id)
    texts = [(wording.kind, wording.text, wording.when) for wording in move.wordings]
    for w, text in enumerate(texts):
        if text in texts[:w]:
            report.add("FAL2225", (*each.path, "wordings", w), id=move.id)
