"""What the shell is told."""

from __future__ import annotations

from falter.diagnostics import exits
from falter.diagnostics.page import codes


def test_the_numbers() -> None:
    assert (exits.FINE, exits.USAGE, exits.SCENE, exits.OURS, exits.FILE) == (0, 64, 65, 70, 74)


def test_the_gravest_decides() -> None:
    assert exits.exit_code([]) == exits.FINE
    assert exits.exit_code(["FAL2001", "FAL2018"]) == exits.SCENE
    assert exits.exit_code(["FAL5007"]) == exits.SCENE
    assert exits.exit_code(["FAL2001", "FAL5001"]) == exits.FILE
    assert exits.exit_code(["FAL9001", "FAL5001"]) == exits.OURS


def test_the_file_codes_are_codes() -> None:
    assert set(exits.FILE_CODES) <= set(codes())
