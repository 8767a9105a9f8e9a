"""Why something was not done at one time of a performance: shut then, or behind then; whatever was done at another."""

from __future__ import annotations

import pytest

from falter.api.scene import parse
from falter.api.why import NoSuchActError
from falter.narrate.timeline import clock
from tests.performing import without

SCENE = """falter 1
scene The Pump
place a yard
ANNA "the girl", she
  wants to wash: strongly
  wants to hum: somewhat
ANNA may wash "works the pump", if 20 s after hum, cannot be undone
ANNA may hum "hums", once
closes at 2 min
set theta0 5
""" + without("coping")


def test_what_was_shut_then_is_told_with_when_it_was_open() -> None:
    run = parse(SCENE).perform(1)
    absent = run.why_not("wash", at=10.0)
    assert not absent.why.open_then
    assert "It was not open then: `20 s after hum` did not hold." in absent.told()
    hummed = next(event for event in run.events if event.move == "hum")
    assert absent.why.spans[0].begin == pytest.approx(hummed.ends + 20.0, abs=1.0)
    assert f"It was at {clock(absent.why.spans[0].begin)}–" in absent.told()
    assert absent.record()["shut"] and absent.record()["at"] == 10.0


def test_what_was_behind_then_is_told_as_it_stood() -> None:
    run = parse(SCENE).perform(1)
    done = next(event for event in run.events if event.move == "wash")
    standing = [run.why_not("wash", at=t).why for t in (done.t - 4.0, done.t - 1.0)]
    for one in standing:
        assert one.open_then and one.nearest is not None
        assert one.nearest.t == pytest.approx(one.at, abs=run.trace.dt)
        assert sum(part.share for part in one.parts) == pytest.approx(one.share, abs=5e-3)
        assert one.share < 1.0
    assert standing[0].share < standing[1].share
    assert f"at {100.0 * standing[1].share:.0f} % of what it takes" in run.why_not("wash", at=done.t - 1.0).told()


def test_what_was_done_then_and_a_time_past_the_end_are_refused() -> None:
    run = parse(SCENE).perform(1)
    done = next(event for event in run.events if event.move == "wash")
    with pytest.raises(NoSuchActError, match="what was done"):
        run.why_not("wash", at=done.t)
    with pytest.raises(NoSuchActError, match=r"`at` is past the end of this performance: 166:40.0"):
        run.why_not("wash", at=1e4)
