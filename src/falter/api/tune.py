"""Bringing a scene to its `aim` lines: the facade over `explore.tuning`, and how a proposal is told and written."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from falter.api.explore import nobody
from falter.api.test import found_share
from falter.diagnostics.fault import Faults
from falter.explore.lines import Lines
from falter.explore.report import columns
from falter.explore.tuning import Free, Tuned, free_numbers, tuned
from falter.pipeline import SceneError
from falter.scene.renumber import in_words, renumbered, written

if TYPE_CHECKING:
    from falter.api.scene import Scene
    from falter.explore.tasks import Told
    from falter.explore.varying import Varied


def tune(scene: Scene, runs: int, seed: int, jobs: int, more: Sequence[Varied] = (), told: Told = nobody) -> Tuned:
    """Numbers for the strengths that a scene gives as ranges, and for those of `more`, that bring it to its `aim` lines.

    Raises SceneError where nothing is aimed at, where nothing is left free, and for a number that does not stand in the scene's own text.
    """
    text = own_text(scene)
    ranges = [(one.name, min(one.values), max(one.values)) for one in more]
    free = free_numbers(scene.model, ranges, lambda name: in_words(text, name))
    return tuned(scene.model, scene.places, _writable(scene, text, free, {one.name for one in more}), seed, runs, jobs, told)


def own_text(scene: Scene) -> str:
    """The text of the scene's own file, without those it uses; empty where it was not read from text."""
    files = scene.source.files
    return scene.source.text[: files[1][0]] if len(files) > 1 else scene.source.text if scene.places else ""


def _writable(scene: Scene, text: str, free: Sequence[Free], named: set[str]) -> list[Free]:
    """Of what is free, what stands in the scene's own text; that of a file it uses is for other scenes too, and left alone unless named."""
    _, missing = renumbered(text, {one.name: one.value for one in free})
    here = [one for one in free if one.name not in missing]
    faults = Faults(scene.source)
    if not scene.model.aims:
        faults.add("FAL3542", None)
    if not free:
        faults.add("FAL3543", None)
    for name in missing:
        if name in named or not here:
            faults.add("FAL3544", None, name=name, file=scene.source.name)
    if faults.found:
        raise SceneError(faults)
    return here


def proposed(scene: Scene, found: Tuned) -> str:
    """The text with the numbers proposed in place of what stood there."""
    return renumbered(own_text(scene), found.values)[0]


def diff(scene: Scene, found: Tuned) -> str:
    """What would change, as a unified diff."""
    name = scene.source.name
    old, new = own_text(scene).splitlines(keepends=True), proposed(scene, found).splitlines(keepends=True)
    return "".join(difflib.unified_diff(old, new, name, name, n=1))


def as_table(scene: Scene, found: Tuned) -> str:
    """For a person at a terminal: what was aimed at and is reached, and with which numbers."""
    lines = Lines(scene.model, scene.places, scene.source)
    aims = [(one.verdict, lines.told(one.path), one.words, found_share(one), f"{one.runs} fresh performances") for one in found.held]
    values = [
        (one.name, f"{one.least:g} to {one.most:g}", f"{one.value:g}", written(found.values[one.name], one.words)) for one in found.free
    ]
    tried = f"{scene.title}: {found.settings} sets of numbers tried, {found.runs} performances of each"
    text = f"{tried}\n{_block(aims, 4)}\n{_block([('', 'free', 'was', 'is'), *values], 1)}"
    failed = [one.words for one in found.held if one.verdict == "fail"]
    unsure = [one.words for one in found.held if one.verdict == "cannot tell"]
    if failed:
        text += f"\nnot reached within these ranges: {', '.join(failed)}; these numbers came nearest\n"
    elif unsure:
        text += f"\ntoo near an end for so many performances to tell: {', '.join(unsure)}; try a larger `-n`\n"
    return text


def _block(rows: Sequence[Sequence[str]], left: int) -> str:
    return "".join(f"  {row}\n" for row in columns(rows, left).splitlines())


def record(scene: Scene, found: Tuned, seed: int) -> dict[str, Any]:
    """As plain values."""
    return {
        "scene": scene.title,
        "file": scene.source.name,
        "seed": seed,
        "settings": found.settings,
        "runs": found.runs,
        "reached": found.reached,
        "aims": [
            {"words": one.words, "verdict": one.verdict, "runs": one.runs, "share": one.share and one.share._asdict()} for one in found.held
        ],
        "values": [{**one._asdict(), "is": found.values[one.name]} for one in found.free],
        "diff": diff(scene, found),
    }
