"""What a scene is at each stage on the way to a performance, as text: for whoever asks what became of a line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from falter.api.forms import Stage
from falter.files import called, read_file
from falter.pipeline import DEFAULT_SEED, check_scene, compile_scene, join_scene, read_scene

if TYPE_CHECKING:
    from falter.diagnostics.source import Source
    from falter.performance.trace import Trace
    from falter.scene import Reading
    from falter.scene.tree import Tree


def show_file(path: str | Path, stage: Stage, seed: int | None = None) -> str:
    """The scene in a file at one stage. Raises OSError, and SceneError if it does not get that far."""
    reading = read_scene(read_file(path), called(path))
    if stage == "tree":
        return tree_text(reading.tree)
    reading = join_scene(reading)
    if stage == "scene":
        return _scene(reading)
    return _tables(reading) if stage == "tables" else _trace(reading, seed)


def tree_text(tree: Tree) -> str:
    """The lossless tree: each line's number and depth, and its tokens with their kinds. Spaces and line ends are left out."""
    rows = []
    for line in tree.lines:
        tokens = [f"{token.kind} {token.text!r}" for token in line.tokens if token.kind not in ("space", "indent", "end")]
        rows.append(f"{line.index + 1:>4}  {'  ' * line.level}{'  '.join(tokens)}".rstrip())
    return "\n".join(rows)


def _scene(reading: Reading) -> str:
    """The model, as YAML: what was not written stands there with its default."""
    from falter.scene.interchange import to_yaml

    return to_yaml(check_scene(reading)).rstrip()


def _tables(reading: Reading) -> str:
    """The rows of the tables, each with the line it comes from."""
    from falter.tables.disassemble import disassemble

    return disassemble(compile_scene(check_scene(reading), reading.places), reading.faults.source)


def _trace(reading: Reading, seed: int | None) -> str:
    """The performance, second by second."""
    from falter.performance import perform

    scene = check_scene(reading)
    return trace_text(perform(compile_scene(scene, reading.places), DEFAULT_SEED if seed is None else seed), reading.faults.source)


def trace_text(trace: Trace, source: Source) -> str:
    """A trace as a table with tabs: at every whole second each value that is not 0, with the line of the scene behind it.

    Every step is in the trace itself; one row in ten is enough to follow it by eye.
    """
    every = max(1, round(1 / trace.dt))
    rows = ["seconds\tperson\tkind\tname\tvalue\tline"]
    for row in trace.states():
        if row.step % every == 0 and row.value:
            line = source.told_line(row.span[0]).removeprefix("line ") if row.span else ""
            rows.append(f"{row.t:.1f}\t{row.person}\t{row.kind}\t{row.name}\t{row.value:.4g}\t{line}")
    return "\n".join(rows)
