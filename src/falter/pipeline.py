"""From a file to a performance: the whole sequence on one screen.

    bytes --read--> Scene --join--> Scene --check--> Scene --compile--> Tables --perform--> Trace

Each stage is a pure function of what the one before it made, and each can be printed (`falter show --stage`). The
stages are imported where they are used, since reading and checking must not wait for the arithmetic of performing.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING

from falter.diagnostics.fault import Faults
from falter.diagnostics.page import has_errors
from falter.diagnostics.render import render
from falter.files import read_file
from falter.model.scene import Scene

if TYPE_CHECKING:
    from falter.diagnostics.source import Places
    from falter.scene import Reading
    from falter.tables import Tables

DEFAULT_SEED = 1
"""The seed of a performance for which none was asked; the same each time, so that a scene can be talked about."""


class SceneError(ValueError):
    """A scene, or another input, that cannot be used. Its message is what `falter check` prints; `faults` are the values behind it."""

    def __init__(self, faults: Faults) -> None:
        super().__init__(render(faults).rstrip("\n"))
        self.faults = faults


def read_scene(content: bytes | str, name: str) -> Reading:
    """Read a scene from text, YAML or JSON, as the name's ending says; what is wrong with it is in `faults`. Never raises."""
    ending = PurePath(name).suffix.lower()
    if ending in (".yaml", ".yml", ".json"):
        from falter.scene.interchange import from_json, from_yaml

        return from_json(content, name) if ending == ".json" else from_yaml(content, name)
    from falter.scene import read

    return read(content, name)


def join_scene(reading: Reading) -> Reading:
    """The scene with the people, things and facts of the files it uses; without a scene where one of them can't be used."""
    if reading.scene is None or not reading.scene.uses:
        return reading
    from falter.scene.joining import join

    return join(reading, lambda name: read_scene(read_file(name), name))


def check_scene(reading: Reading) -> Scene:
    """The scene, if it can be performed. Raises SceneError with all faults at once; warnings stay in `reading.faults`."""
    from falter.scene.checks import check

    if reading.scene is not None and reading.scene.is_cast:
        reading.faults.add("FAL3554", None, name=reading.faults.source.name)
    elif reading.scene is not None:
        check(reading.scene, reading.places, reading.faults)
    if reading.scene is None or has_errors(reading.faults.found):
        raise SceneError(reading.faults)
    return reading.scene


def compile_scene(scene: Scene, places: Places) -> Tables:
    """The scene as flat tables."""
    from falter.tables import compile_scene

    return compile_scene(scene, places)


def override(scene: Scene, constants: Mapping[str, float]) -> Scene:
    """The scene with these constants of the mind set, in place of its own `set` lines for them."""
    kept = tuple(pair for pair in scene.constants if pair[0] not in constants)
    return scene.model_copy(update={"constants": (*kept, *constants.items())})
