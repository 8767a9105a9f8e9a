"""The forms that scenes and performances can be written in, alike in library and shell; and what is taken where nothing is said."""

from __future__ import annotations

from typing import Literal

Telling = Literal["prose", "script", "timeline", "json"]
"""How a performance is told."""

Writing = Literal["falter", "yaml", "json"]
"""How a scene is written."""

Stage = Literal["tree", "scene", "tables", "trace"]
"""Where on the way from text to trace something is."""

ManyKind = Literal["all", "endings", "branches", "hesitation", "times", "knew"]
"""What can be drawn of many performances."""

RunKind = Literal["all", "acts", "feelings", "channels", "preferences", "beliefs"]
"""What can be drawn of one performance."""

FEW = 1000
"""Performances of an exploration where nothing is said: enough to tell a share to within three points."""
LOOKS = 300
"""Performances that coverage looks into, and"""
TELLINGS = 40
"""those that it tells."""
