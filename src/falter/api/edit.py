"""Changing a scene file as text: spacing, names, and the form it is written in. A file is replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

from falter.api.forms import Writing
from falter.diagnostics.fault import Faults
from falter.files import STANDARD, called, read_file, write_file
from falter.pipeline import SceneError, read_scene


def format_file(path: str | Path, write: bool = True) -> bool:
    """Put a scene's spacing in order; does that change it? Raises OSError, and SceneError for what is no text."""
    from falter.scene.fmt import format_text

    content = read_file(path)
    formatted = format_text(_decoded(content, called(path))).encode()
    if write and (formatted != content or str(path) == STANDARD):
        write_file(path, formatted)
    return formatted != content


def convert_file(path: str | Path, form: Writing) -> str:
    """The scene in a file, written as text, YAML or JSON of the same model. Raises OSError and SceneError."""
    from falter.diagnostics.page import has_errors

    reading = read_scene(read_file(path), called(path))
    if reading.scene is None or has_errors(reading.faults.found):
        raise SceneError(reading.faults)
    from falter.scene.interchange import to_json, to_yaml
    from falter.scene.printer import print_scene

    return {"falter": print_scene, "yaml": to_yaml, "json": to_json}[form](reading.scene)


def rename_file(path: str | Path, old: str, new: str) -> None:
    """Rename a person or a move everywhere in a scene file; its luck, and saved runs, stay its own. Raises OSError and SceneError."""
    from falter.scene.rename import rename

    renamed = rename(_decoded(read_file(path), called(path)), old, new)
    if isinstance(renamed, Faults):
        renamed.source.name = str(path)
        raise SceneError(renamed)
    write_file(path, renamed.encode())


def _decoded(content: bytes, name: str) -> str:
    """The text of a file. Raises SceneError if it is none."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise SceneError(read_scene(content, name).faults) from None
