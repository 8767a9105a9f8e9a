"""Turning points told: each ending's chance as a line of blocks over story time, and what happened where it turned."""

from __future__ import annotations

import textwrap
from html import escape
from typing import TYPE_CHECKING, Final

from falter.explain.beat_words import act_told, befell_told
from falter.explain.turning.leaning import leaning, minding, settles
from falter.explain.turning.most import turned_most
from falter.explain.turning.points import Swing, Turn, TurningPoints
from falter.explore.intervals import Share
from falter.explore.notebook import figure
from falter.narrate.timeline import clock
from falter.performance.event import Incident
from falter.performance.trace import Trace

if TYPE_CHECKING:
    from altair import TopLevelMixin

WIDTH: Final = 79
FIRST: Final = "at first"
COLUMNS: Final = 48
"""Blocks of a line."""
BLOCKS: Final = " ▁▂▃▄▅▆▇█"
LEAST: Final = 0.1
"""An ending that was never likelier than this has no line."""
LINES: Final = 6
NOTHING: Final = 0.005
"""A chance below this has no block."""
SHARP: Final = 0.25
"""A change below this is no sharp turn."""
CLEAREST: Final = "It turned nowhere sharply: it came little by little. Its clearest steps stand below."
ALIKE: Final = "It turned more than once, and at no one moment most, as far as counting can tell."
NONE: Final = "No continuation meets it, from any moment on."
LIKELY, SURE = 0.5, 0.95
SWINGS: Final = 2
"""Endings that are told of at one turn."""


def told(found: TurningPoints) -> str:
    """Lines, then turning points in order of time."""
    if not found.endings:
        return "\n".join([*_fill(f"{_head(found)}:"), "", NONE]) + "\n"
    return "\n".join([*_fill(f"{_head(found)}:"), "", *_lines(found), "", *_fill(_came_about(found)), *_turns(found)]) + "\n"


def html(found: TurningPoints) -> str:
    """For a notebook: the figure, which names the turning points; without Altair, what is told."""
    drawn = figure(found, "all") if found.endings else ""
    if not drawn:
        return f"<pre>{escape(told(found))}</pre>"
    turned = "".join(f"<li>{escape(f'{clock(turn.moment.t)}  {named(found, turn)}: {_swung(turn)}')}</li>" for turn in found.turns)
    by_how_much = f"<details><summary>by how much it turned</summary><ul>{turned}</ul></details>" if turned else ""
    return f"<article><p>{escape(f'{_head(found)}. {_came_about(found)}')}</p>{drawn}{by_how_much}</article>"


def plot(found: TurningPoints, kind: str) -> TopLevelMixin:
    """The lines of the endings over story time, with the turning points marked."""
    from falter.figures.turning import Line, Mark, turning

    if kind not in ("all", "turning"):
        raise ValueError(f"kind of plot() must be one of all, turning; got {kind!r}")
    chances = [found.chances(number) for number in range(len(found.moments))]
    lines = [Line(name, [(m.t, *chance[name]) for m, chance in zip(found.moments, chances, strict=True)]) for name in shown(found)]
    marks = [Mark(turn.moment.t, f"{clock(turn.moment.t)}  {named(found, turn)}") for turn in found.turns]
    trace = found.trace
    title, below = (
        f"How {trace.scene.title} might have ended, from each moment on",
        f"{_which(trace)}: {trace.ending}, at {clock(trace.seconds)}",
    )
    drawn: TopLevelMixin = turning(title, below, trace.seconds, lines, marks)
    return drawn


def named(found: TurningPoints, turn: Turn) -> str:
    """What came about at a turn: what was done, if it was that; how near somebody came to what would settle it; or what came to mind."""
    since, until = found.moments[turn.number - 1].step, turn.moment.step
    stirred = leaning(found.trace, since, until, _ways(turn), turn.coming)
    if turn.done is not None:
        stirred = None if settles(found.trace.scene, turn.done.who, turn.done.move) else stirred
        said = act_told(found.trace, turn.done) + (" (and now it tells)" if turn.late else "")
        return f"{said}; {stirred}" if stirred else said
    stirred = stirred or minding(found.trace, since, until, _ways(turn))
    said, befell = _undone(found, turn), any(isinstance(one, Incident) for one in turn.moment.beats[:1])
    return f"{said}{'; ' if befell or turn.perhaps else ': '}{stirred}" if stirred else said


def _undone(found: TurningPoints, turn: Turn) -> str:
    """What came about where no act is known to have turned it: the one that may have, what befell, or that time went by."""
    beats = turn.moment.beats
    if turn.perhaps is not None:
        return f"{act_told(found.trace, turn.perhaps)}, which may have turned it or not"
    if beats and isinstance(beats[0], Incident):
        return befell_told(found.trace, beats[0])
    if beats:
        return f"by nothing that is done, in the {max(1, round(turn.moment.t - turn.since))} s before"
    last = turn.number == len(found.moments) - 1
    return f"nothing is done from {clock(turn.since)} on{', and the scene closes' if last else ''}"


def _ways(turn: Turn) -> dict[str, float]:
    return {swing.ending: swing.change.change for swing in turn.swings}


def shown(found: TurningPoints) -> list[str]:
    """The endings that have a line."""
    most = {name: max(found.chances(number)[name].share for number in range(len(found.moments))) for name in found.endings}
    return [name for name in found.endings if most[name] >= LEAST][:LINES]


def _head(found: TurningPoints) -> str:
    trace, must = found.trace, ", of those that meet what must be" if found.trace.scene.musts else ""
    came = f"{trace.scene.title}, {_which(trace)}: {trace.ending}, at {clock(trace.seconds)}."
    return f"{came} How likely each ending was from each moment on, with other luck{must}"


def _which(trace: Trace) -> str:
    """Which performance of the scene: `seed 3`, or `seed 3, run 19`."""
    return f"seed {trace.seed}" + (f", run {trace.run}" if trace.run else "")


def _lines(found: TurningPoints) -> list[str]:
    """A line of blocks an ending, with its chance at the start."""
    names = shown(found)
    wide = max(len(name) for name in names)
    last = clock(found.trace.seconds)
    starts = {name: _with_interval(found.chances(0)[name]) for name in names}
    first = max(len(FIRST), *map(len, starts.values()))
    heads = f"{'':{wide}}  {FIRST:>{first}}  0:00{last:>{COLUMNS - 4}}"
    return [heads, *(f"{name:{wide}}  {starts[name]:>{first}}  {_blocks(found, name)}".rstrip() for name in names)]


def _with_interval(share: Share) -> str:
    """`37 % (31–44)`."""
    return f"{_percent(share.share)} ({100.0 * share.low:.0f}–{100.0 * share.high:.0f})"


def _blocks(found: TurningPoints, name: str) -> str:
    """An ending's chance at the end of each of `COLUMNS` parts of the performance, in blocks as high as it is."""
    made, number = "", 0
    for column in range(1, COLUMNS + 1):
        until = found.trace.seconds * column / COLUMNS
        while number + 1 < len(found.moments) and found.moments[number + 1].t <= until:
            number += 1
        share = found.chances(number)[name].share
        made += BLOCKS[0 if share < NOTHING else max(1, round(share * (len(BLOCKS) - 1)))]
    return made


def _turns(found: TurningPoints) -> list[str]:
    lines = []
    for turn in found.turns:
        head = f"{clock(turn.moment.t):>7}  {named(found, turn)}"
        lines += ["", *_fill(head, 0, 9), *_fill(_swung(turn), 9, 9)]
    return lines


def _came_about(found: TurningPoints) -> str:
    """Whether it turned, and from when on its ending was likely."""
    return f"{_sharpest(found)} {_settled(found)}"


def _sharpest(found: TurningPoints) -> str:
    """Whether it turned at one moment, or came little by little."""
    if not found.turns:
        return "It turned nowhere so that luck in counting would not explain it: it came little by little, or was so from the first."
    first = found.sharpest[0]
    if abs(first.swings[0].change.change) < SHARP:
        return "It turned nowhere sharply: it came little by little. Its clearest step stands below." if len(found.turns) == 1 else CLEAREST
    if len(found.turns) == 1:
        return "It turned once."
    return f"It turned most at {clock(first.moment.t)}." if turned_most(found) else ALIKE


def _settled(found: TurningPoints) -> str:
    """From when on the ending was likely, and all but sure."""
    likely, sure = found.for_good(LIKELY), found.for_good(SURE)
    if likely is None:
        return "Until the last it might have ended otherwise as well."
    came = f"From {clock(likely)} on" if likely else "From the first"
    later = "" if sure is None else f", and from {clock(sure)} on all but sure" if sure > likely else ", and all but sure"
    return f"{came} {found.trace.ending} was likelier than all else{later}."


def _swung(turn: Turn) -> str:
    """`spared from 38 % to 61 % (the change: +9 to +37), without it 40 % (34–47)`; the intervals of the first alone."""
    said = []
    for one in turn.swings[:SWINGS]:
        first, other = one is turn.swings[0], turn.without.get(one.ending)
        text = f"{one.ending} from {_percent(one.before.share)} to {_percent(one.after.share)}{_between(one) if first else ''}"
        without = "" if other is None else f", without it {_with_interval(other) if first else _percent(other.share)}"
        said.append(f"{text}{without}")
    return "; ".join(said)


def _between(one: Swing) -> str:
    """The interval of a change, in points: what leaves 0 out is never told as 0."""
    low, high = (f"{100.0 * end:+.{0 if abs(end) > NOTHING else 1}f}" for end in (one.change.low, one.change.high))
    return f" (the change: {low} to {high})".replace("-", "−")


def _percent(share: float) -> str:
    return f"{100.0 * share:.0f} %"


def _fill(text: str, first: int = 0, after: int = 0) -> list[str]:
    """Lines of a text, indented; a number and its % are not parted."""
    whole = " " * first + text.replace(" %", "\u00a0%")
    return [line.replace("\u00a0", " ") for line in textwrap.wrap(whole, WIDTH, subsequent_indent=" " * after, drop_whitespace=True)]
