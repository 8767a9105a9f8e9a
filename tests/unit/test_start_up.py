"""The arithmetic of the benchmark of starting."""

from __future__ import annotations

import subprocess

import pytest

from benchmarks import start_up


def test_the_ratio_is_taken_round_by_round() -> None:
    # A machine that is ten times slower in one round changes nothing.
    assert start_up.ratio([(2.0, 1.0), (20.0, 10.0), (2.0, 1.0)]) == (2.0, 2.0, 2.0)


def test_a_slow_performance_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(start_up, "timed", lambda arguments: 6.0 if "run" in arguments else 1.0)
    assert start_up.main(3) == 1
    assert "more than 5.0 times" in capsys.readouterr().out
    monkeypatch.setattr(start_up, "timed", lambda arguments: 4.9 if "run" in arguments else 1.0)
    assert start_up.main(3) == 0


def test_a_command_that_fails_is_not_timed() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        start_up.timed(["-c", "raise SystemExit(3)"])
