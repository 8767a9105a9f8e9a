"""`falter` as a process of its own: where the streams end, and what a killed or starved one leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
FALTER = [sys.executable, "-m", "falter"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes that break")
def test_a_reader_that_goes_away_is_no_fault(scenes: Path) -> None:
    command = [*FALTER, "convert", str(scenes / "the-huntsman.falter"), "--to", "json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_an_output_that_is_full_is_told(scenes: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [*FALTER, "convert", str(scenes / "the-huntsman.falter"), "--to", "json"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT, check=False)
    assert done.returncode == 74
    assert b"Traceback" not in done.stderr


def test_a_narrow_encoding_is_no_fault(scenes: Path) -> None:
    command = [*FALTER, "convert", str(scenes / "the-huntsman.falter"), "--to", "yaml"]
    done = subprocess.run(command, capture_output=True, env={**ENVIRONMENT, "PYTHONIOENCODING": "ascii"}, check=False)
    assert done.returncode == 0, done.stderr


def test_python_dash_m_is_the_command() -> None:
    done = subprocess.run([*FALTER, "--version"], capture_output=True, text=True, env=ENVIRONMENT, check=True)
    assert done.stdout.startswith("falter ")
