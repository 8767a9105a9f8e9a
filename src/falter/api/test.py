"""Holding a scene to its `expect` lines: the facade over `explore.expecting`, and how its findings are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from falter.api.explore import nobody
from falter.diagnostics.unfit import whole
from falter.explore.expecting import TIMES, Held, held
from falter.explore.lines import Lines
from falter.explore.report import columns, interval, percent
from falter.pipeline import compile_scene

if TYPE_CHECKING:
    from falter.api.scene import Scene
    from falter.explore.tasks import Told


def held_to(scene: Scene, runs: int, most: int | None, seed: int, jobs: int, told: Told = nobody) -> list[Held]:
    """Every `expect` line of a scene, judged. Raises ValueError for numbers out of range."""
    most = TIMES * runs if most is None else most
    for name, value, least in (("runs", runs, 1), ("most", most, runs), ("jobs", jobs, 1), ("seed", seed, 0)):
        whole(value, name, least, 2**63 - 1)
    return held(compile_scene(scene.model, scene.places), seed, runs, most, jobs, told)


def as_table(scene: Scene, found: list[Held]) -> str:
    """For a person at a terminal: a line a line, the moves that no performance has beneath, and the sum of it."""
    lines = Lines(scene.model, scene.places, scene.source)
    rows = [(one.verdict, lines.told(one.path), one.words, found_share(one), f"{one.runs} performances") for one in found]
    text = f"{scene.title}\n"
    for one, line in zip(found, columns(rows, left=4).splitlines(), strict=True):
        text += f"  {line}\n" + "".join(f"      {lines.told(path)}  {lines.words(path)}\n" for path in one.never)
    return text


def found_share(one: Held) -> str:
    """What the performances say, in figures."""
    if one.share is not None:
        return f"{percent(one.share.share)} ({interval(one.share)})"
    if not one.never:
        return f"all {one.moves}"
    return f"{one.moves - len(one.never)} of {one.moves}; each of the others is under {percent(one.bound)}"


def summed(found: list[Held]) -> str:
    """How many lines passed, in words.

    >>> summed([Held(("expectations", 0), "expect a 0..1 %", "pass", 10), Held(("expectations", 1), "expect b 0..1 %", "cannot tell", 10)])
    '2 lines: 1 passes, 0 fail, and of 1 so many performances cannot tell'
    """
    count = {verdict: sum(one.verdict == verdict for one in found) for verdict in ("pass", "fail", "cannot tell")}
    passes, fails = f"{count['pass']} pass{'es' * (count['pass'] == 1)}", f"{count['fail']} fail{'s' * (count['fail'] == 1)}"
    open_ = f", and of {count['cannot tell']} so many performances cannot tell" if count["cannot tell"] else ""
    return f"{len(found)} line{'s' * (len(found) != 1)}: {passes}, {fails}{open_}"


def record(scene: Scene, found: list[Held], seed: int) -> dict[str, Any]:
    """As plain values."""
    lines = Lines(scene.model, scene.places, scene.source)
    return {
        "scene": scene.title,
        "file": scene.source.name,
        "seed": seed,
        "passed": all(one.verdict == "pass" for one in found),
        "failed": any(one.verdict == "fail" for one in found),
        "lines": [
            {
                "line": lines.number(one.path),
                "words": one.words,
                "verdict": one.verdict,
                "runs": one.runs,
                "share": one.share and one.share._asdict(),
                "never": [{"line": lines.number(path), "words": lines.words(path)} for path in one.never],
            }
            for one in found
        ],
    }
