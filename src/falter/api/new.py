"""A scene to begin with: small, and it runs."""

from __future__ import annotations

from pathlib import Path

from falter.files import create_file

TEMPLATE = Path(__file__).with_name("first.falter")


def new_scene(name: str | Path) -> Path:
    """Make a scene file of this name and return its path. Never writes over one. Raises FileExistsError, WriteError."""
    path = Path(name)
    if path.suffix != ".falter":
        path = path.with_name(f"{path.name}.falter")
    create_file(path, TEMPLATE.read_bytes())
    return path
