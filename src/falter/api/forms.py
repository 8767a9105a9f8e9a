"""The forms that scenes and performances can be written in: closed lists, alike in library and shell."""

from __future__ import annotations

from typing import Literal

Telling = Literal["prose", "script", "timeline", "json"]
"""How a performance is told."""

Writing = Literal["falter", "yaml", "json"]
"""How a scene is written."""

Stage = Literal["tree", "scene", "tables", "trace"]
"""Where on the way from text to trace something is."""
