"""No file speaks of the machine it was written on, nor of where packages come from."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Written in pieces, or this file would be the first to be found.
FORBIDDEN = re.compile(
    "|".join(
        (
            r"/wo" + r"rk/(?:main|shared|\.)", r"/ro" + r"ot/", r"/ho" + r"me/[a-z]+/", r"/Us" + r"ers/[a-z]+/", r"C:\\Us" + "ers",
            r"py" + r"pi\.org", r"python" + r"hosted\.org", r"index" + r"-url", r"find" + r"-links", r"\b10\.\d+\.\d+\.\d+\b",
        )
    )
)  # fmt: skip


def tracked() -> list[Path]:
    """The files of the project: those git knows or would take up."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("not a repository")
    return [ROOT / name for name in done.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def test_no_file_speaks_of_this_machine() -> None:
    found = []
    for path in tracked():
        text = path.read_text("utf-8", errors="ignore")
        found += [f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, at.start()) + 1}: {at[0]}" for at in FORBIDDEN.finditer(text)]
    assert found == []


def test_such_words_are_seen() -> None:
    assert FORBIDDEN.search("see /ho" + "me/anna/scenes")
    assert not FORBIDDEN.search("scenes/the-generals-office.falter at version 1.2.3")


def test_constraints_are_names_and_versions() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if line and not line.startswith("#")]
    form = re.compile(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.+]*(?: ; [a-z_]+ (?:==|!=|<|<=|>|>=) \"[^\"]+\")?")
    assert [line for line in lines if not form.fullmatch(line)] == []
    assert lines
