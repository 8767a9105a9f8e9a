"""Laws 5 (the reader's half) and 7: coverings, familiarity, distance, dark, and the number of channels.

14,000 readings a condition at seed 2, standard error .0042 at most; each difference asked for is at least .02, 3.4 standard errors of a
difference: a law that did not hold would pass in less than .1 %. Effect sizes are printed as differences in the share read right.
"""

from __future__ import annotations

from docs.figures.shared.faces import accuracy, readings
from falter.model.words import DISPLAY_CHANNELS

COUNT = 2000
ALL = tuple(DISPLAY_CHANNELS)


def right(bare: tuple[str, ...] = ALL, *, familiar: float = 0.0, distance: float = 1.0, dark: float = 0.0) -> float:
    return accuracy(readings(COUNT, bare=bare, familiar=familiar, distance=distance, dark=dark, seed=2))


def test_a_covering_takes_away_and_taking_it_off_gives_back() -> None:
    """A mask over the face: what is read then is what a stranger without a face to look at reads, no more; off, it is as before."""
    bare = right()
    masked = right(tuple(channel for channel in ALL if channel != "face"))
    print(f"law 5: a mask takes {bare - masked:.3f}")
    assert masked < bare - 0.02
    assert right() == bare


def test_familiarity_adds_and_distance_and_dark_take_away() -> None:
    near = right()
    known, far, dark = right(familiar=0.95), right(distance=6.0), right(dark=1.0)
    print(f"law 7: familiar {known - near:+.3f}, at 6 m {far - near:+.3f}, in the dark {dark - near:+.3f}")
    assert known > near + 0.02
    assert far < near - 0.02
    assert dark < near - 0.02


def test_more_channels_beat_fewer_where_nobody_poses() -> None:
    found = {number: right(ALL[:number]) for number in (1, 2, 4, 6)}
    print("law 7: channels", {number: round(value, 3) for number, value in found.items()})
    assert found[1] + 0.02 < found[2] < found[4] - 0.02 < found[6] - 0.04
