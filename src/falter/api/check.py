"""Checking a file: what `falter check` and an editor ask."""

from __future__ import annotations

from pathlib import Path

from falter.diagnostics.fault import Faults
from falter.files import called, read_file
from falter.pipeline import SceneError, check_scene, join_scene, read_scene


def check_file(path: str | Path) -> Faults:
    """Everything wrong with the scene in a file, errors and warnings; nothing found means that it can be performed, or, of a cast,
    used. Raises OSError."""
    return check_text(read_file(path), called(path))


def check_text(content: bytes | str, name: str = "scene") -> Faults:
    """The same for a scene in hand; `name` is what the faults call it, and its ending says which form it is in."""
    reading = join_scene(read_scene(content, name))
    if reading.scene is not None and reading.scene.is_cast:
        from falter.scene.checks import check_cast

        check_cast(reading.scene, reading.places, reading.faults)
        return reading.faults
    try:
        check_scene(reading)
    except SceneError as error:
        return error.faults
    return reading.faults
