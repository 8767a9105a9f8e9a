"""What a command returns to the shell; beside 1, the numbers are those of BSD's sysexits."""

from __future__ import annotations

from typing import Final

FINE: Final = 0
FAILED: Final = 1
"""A scene does not do what its author expects of it, or cannot be brought to what he aims at."""
USAGE: Final = 64
"""A command or a flag that is not one."""
SCENE: Final = 65
"""A fault in a scene, or in another input's content."""
OURS: Final = 70
"""A fault of Falter's own."""
FILE: Final = 74
"""A file that is missing, or cannot be read or written; a cluster that is not there, or cannot be used."""
INTERRUPTED: Final = 130
"""What a shell expects after Ctrl-C: 128 and the signal's number."""
UNREAD: Final = 141
"""The same, for a reader that went away, as in `falter run … | head`."""


def exit_code(codes: list[str]) -> int:
    """The exit code for the faults with these codes, warnings left out: the gravest decides.

    >>> exit_code([]), exit_code(["FAL2001"]), exit_code(["FAL5001"]), exit_code(["FAL2001", "FAL9001"])
    (0, 65, 74, 70)
    """
    if not codes:
        return FINE
    if any(code.startswith("FAL9") for code in codes):
        return OURS
    return FILE if any(code in FILE_CODES for code in codes) else SCENE


FILE_CODES: Final = ("FAL5001", "FAL5002", "FAL5003", "FAL5006", "FAL5010", "FAL5011", "FAL5012")
"""The faults of the file itself, and of a cluster; the other FAL5 codes are about what is in it."""
