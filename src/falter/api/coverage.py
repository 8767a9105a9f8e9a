"""Coverage told: what leads an author's eye to the lines that no performance reaches, and to those still to be written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from falter.explore.coverage import NO_ROOM, Coverage, Kind, Line
from falter.explore.lines import Lines
from falter.explore.report import columns, percent
from falter.explore.telling import Wanted
from falter.explore.wording import words_of

if TYPE_CHECKING:
    from falter.api.scene import Scene

SHORT: Final = 12
"""Lines of one list that are shown where not all are asked for."""
CALLED: Final[dict[Kind, str]] = {
    "move": "moves", "wording": "wordings", "ending": "endings", "turn": "turns of events", "memory": "memories",
    "words": "lines of words", "detail": "details",
}  # fmt: skip


def as_table(scene: Scene, found: Coverage, everything: bool = False) -> str:
    """For a person at a terminal: what is lacking, the gravest first; with `everything`, all of each list, and every line's share."""
    lines = Lines(scene.model, scene.places, scene.source)
    parts = [_head(found), *_lacking(found, lines, everything), _wanted(found, everything), _counts(found)]
    return "\n".join(part for part in (*parts, _all(found, lines) if everything else "") if part)


def _head(found: Coverage) -> str:
    runs = f"{len(found.ensemble)} performances, {found.looked.runs} of them looked into, {found.told.runs} told"
    counts = [f"{has} of {of} {CALLED[kind]}" for kind in CALLED for has, of in [found.counted(kind)] if of]
    return f"{found.ensemble.tables.scene.title}: {runs}\nreached: {', '.join(counts)}\n"


def _lacking(found: Coverage, lines: Lines, everything: bool) -> Iterator[str]:
    most = None if everything else SHORT
    done = [line for line in found.never("move", "wording", "ending", "turn", "memory") if not _beneath(line, found)]
    bounds = f"in none of {len(found.ensemble)}, so in under {percent(found.bound('move'))}"
    yield _list(f"never performed ({bounds})", done, most, lambda line: (_opened(line), _why(line, lines)), lines)
    yield _list("hardly ever", [line for line in found.lines if line.rare], most, lambda line: (percent(line.share.share), ""), lines)
    untrue = [line for line in found.never("words", "detail") if line.open and line.open.share == 0.0]
    yield _list("never true, and so never told", untrue, most, lambda line: (line.why, ""), lines)
    unheard = [line for line in found.never("words", "detail") if line not in untrue]
    note = f"true at times, but in none of {found.told.runs} tellings (each is in under {percent(found.bound('words'))})"
    if everything:
        yield _list(note, unheard, None, lambda line: (_opened(line), line.why), lines)
    elif unheard:
        away = sum(line.why not in ("", NO_ROOM) for line in unheard)
        whose = f", {away} of them of people whom the telling is never close to" if away else ""
        yield f"{note}: {len(unheard)} line{'s' * (len(unheard) != 1)}{whose}; `--all` names them\n"


def _beneath(line: Line, found: Coverage) -> bool:
    """Is it a wording of a move that is listed itself?"""
    return line.kind == "wording" and any(other.path == line.path[:-2] for other in found.never("move"))


def _why(line: Line, lines: Lines) -> str:
    """What stood in the way, with the line that did, where it is one."""
    told = lines.told(line.instead) if line.instead is not None else ""
    return f"{told} was taken each time" if told else line.why


def _opened(line: Line) -> str:
    if line.open is None:
        return ""
    word = {"move": "open", "wording": "next"}.get(line.kind, "true")
    return f"{word} in {percent(line.open.share)}" if line.open.share else f"never {word}"


def _list(title: str, found: Sequence[Line], most: int | None, told: Callable[[Line], tuple[str, str]], lines: Lines) -> str:
    if not found:
        return ""
    shown = found[:most]
    rows = [(lines.told(line.path), lines.words(line.path), *told(line)) for line in shown]
    more = f"  and {len(found) - len(shown)} more: `--all`\n" if len(found) > len(shown) else ""
    return f"{title}\n" + "".join(f"  {row}\n" for row in columns(rows, left=4).splitlines()) + more


def _wanted(found: Coverage, everything: bool) -> str:
    """The lines that readers miss, the most often missed first; a line once, for what it is missed for most, unless all are asked for."""
    told = found.told
    ranked = sorted(told.lacking, key=lambda one: (-told.times[one], -told.lacking[one], one))
    best: dict[str, Wanted] = {}
    for one in ranked:
        if told.lacking[one] > 1:
            best.setdefault(one.line, one)
    shown = ranked if everything else list(best.values())[:SHORT]
    if not shown:
        return ""
    rows = [(f"{told.times[one] / told.runs:.1f}", percent(told.lacking[one] / told.runs), one.line, one.about) for one in shown]
    laid = columns([("times in a telling", "of tellings", "", ""), *rows], left=4).splitlines()
    return "words wanted\n" + "".join(f"  {row}\n" for row in laid)


def _counts(found: Coverage) -> str:
    """A line a person who has words."""
    each = {person: [one for one in words_of(found) if one.person == person] for person in (one.person for one in words_of(found))}
    rows = [
        (person, *(cell for one in of for cell in (f"{one.written}", f"{one.met:.0f}")))
        for person, of in each.items()
        if any(one.written for one in of)
    ]
    heads = ("words: written, and met with in a performance", "said", "", "done", "", "in mind", "")
    own = found.told.own / max(1, found.told.words.total())
    note = f"of the words told, {percent(own)} are the narrator's: names, “said”, and sentences of his own\n"
    return columns([heads, *rows]) + note if rows else ""


def _all(found: Coverage, lines: Lines) -> str:
    rows = [(lines.told(line.path), lines.words(line.path), percent(line.share.share), _opened(line)) for line in found.lines]
    return "every line\n" + "".join(f"  {row}\n" for row in columns(rows, left=2).splitlines())


def record(scene: Scene, found: Coverage) -> dict[str, Any]:
    """As plain values."""
    lines = Lines(scene.model, scene.places, scene.source)
    return {
        "scene": scene.title,
        "runs": len(found.ensemble),
        "looked": found.looked.runs,
        "told": found.told.runs,
        "seed": found.ensemble.seed,
        "lines": [
            {
                "line": lines.number(line.path),
                "words": lines.words(line.path),
                "kind": line.kind,
                "share": line.share._asdict(),
                "open": line.open and line.open._asdict(),
                "why": line.why,
                "instead": None if line.instead is None else lines.number(line.instead),
            }
            for line in found.lines
        ],
        "bounds": {kind: found.bound(kind) for kind in CALLED},
        "wanted": [
            {**one._asdict(), "tellings": found.told.lacking[one] / found.told.runs, "times": found.told.times[one] / found.told.runs}
            for one, _ in found.told.lacking.most_common()
        ],
        "word_counts": [one._asdict() for one in words_of(found)],
        "engine_share": found.told.own / max(1, found.told.words.total()),
    }
