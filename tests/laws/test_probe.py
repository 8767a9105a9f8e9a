"""Law 8: a probe beats a look, and is noticed at the declared rate.

2,000 performances a condition at seed 8. The rate is held to 4 standard errors (false alarms below .01 %); the difference asked for
between a probe and a look is .3, more than 18 of them.
"""

from __future__ import annotations

import pytest

from falter.model.constants import CONSTANTS
from falter.performance.batch import Batch, perform_batch
from tests.performing import tables_of

RUNS = 2000


def performed(move: str, strength: float = 0.5) -> Batch:
    """BEN stands before ANNA, whose grief is held down behind a veil that lets half of it through; he does this one thing."""
    return perform_batch(
        tables_of(
            f"""falter 1
scene The Veil
place a hall
  mark here
  mark there, 3 m from here
ANNA "the widow", she
  at here
  mood grief: strongly
  hides grief
  wears veil over face .5, voice 1, body .5, hands .5, breath 1, gaze .5
BEN "the guest", he
  at there
  can probe: {strength:g}
  wonders how ANNA loves BEN: somewhat
BEN may reach "reaches out" to ANNA, inner, {move}, once
BEN may go "goes" leaves, cannot be undone, if 8 s after reach
closes when BEN gone or at 1 min
"""
        ),
        8,
        0,
        RUNS,
    )


def share(batch: Batch, kind: str, what: str | None = None) -> float:
    """In how many of the performances in which it was done this befell someone afterwards."""
    did = [run for run in range(RUNS) if any(event.move == "reach" for event in batch.events(run))]
    assert len(did) > 0.9 * RUNS

    def befell(run: int) -> bool:
        since = next(event.t for event in batch.events(run) if event.move == "reach")
        return any(found.kind == kind and found.t >= since and what in (None, found.what) for found in batch.incidents(run))

    return sum(befell(run) for run in did) / len(did)


@pytest.mark.parametrize("strength", [0.15, 0.5, 0.95])
def test_a_probe_is_noticed_at_its_rate(strength: float) -> None:
    found = share(performed("probes ANNA (know 1)", strength), "probe noticed")
    declared = CONSTANTS["probe_noticed"].default * strength
    print(f"law 8: a probe of {strength} is noticed in {found:.3f}, declared {declared:.3f}")
    assert abs(found - declared) < 4 * (declared * (1 - declared) / (0.9 * RUNS)) ** 0.5


def test_a_probe_finds_what_a_look_does_not() -> None:
    probed, looked = (share(performed(move), "reads", "sadness") for move in ("probes ANNA (know 1)", "dwells on hurt (know 1)"))
    print(f"law 8: grief behind a veil is read by a probe in {probed:.3f}, by looking in {looked:.3f}")
    assert probed > looked + 0.3


def test_a_look_is_never_noticed_as_a_probe() -> None:
    assert share(performed("dwells on hurt (know 1)"), "probe noticed") == 0
