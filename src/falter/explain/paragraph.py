"""Sentences as a paragraph: for a terminal, and for a notebook."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from textwrap import wrap
from typing import Final

WIDTH: Final = 100


def paragraph(sentences: Iterable[str]) -> list[str]:
    """Sentences as lines; a number stays with its unit."""
    whole = re.sub(r"(\d) (s|%|m)\b", "\\1\u00a0\\2", " ".join(sentences))
    return [line.replace("\u00a0", " ") for line in wrap(whole, WIDTH, break_on_hyphens=False)]


def of_html(text: str) -> str:
    """The same for a notebook: what stands in backquotes is code.

    >>> of_html("`feels < .2` held")
    '<code>feels &lt; .2</code> held'
    """
    return re.sub(r"`([^`]*)`", r"<code>\1</code>", escape(text))
