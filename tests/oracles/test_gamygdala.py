"""Worked intensities of GAMYGDALA (Popescu, Broekens & van Someren 2014), all but its known fault: it never gives relief or disappointment.

The profile: no decay, gain 1; a likelihood starts at .5; a belief of likelihood L and congruence c makes it (cL + 1)/2; a deed is
worth what it does; prospects count as awaited as far as they were likely.
"""

from __future__ import annotations

import pytest

from falter.mind.appraisal import NOBODY, OTHER, SELF, appraised, news
from falter.model.words import EMOTIONS

NAMES = tuple(EMOTIONS)[:22]


def likely(belief: float, congruence: float) -> float:
    """The likelihood of a goal after a belief about it."""
    return (congruence * belief + 1.0) / 2.0


def feels(utility: float, before: float, after: float, *, own: bool = True, tie: float = 0.0, agent: int = NOBODY) -> dict[str, float]:
    """Every emotion at .001 or more, rounded to four digits; a deed stands to norms as it does to the goal it touches."""
    s = news(utility, before, after)
    norm = 0.0 if agent == NOBODY else s
    found = appraised(utility, before, after, 1.0, own, tie, agent, norm, 0.0)
    return {name: round(amount, 4) for name, amount in zip(NAMES, found, strict=True) if amount >= 1e-3}


def test_a_village_may_be_destroyed_and_is_not() -> None:
    first = likely(0.6, 1.0)
    assert feels(-0.9, 0.5, first) == {"fear": 0.27}
    after = feels(-0.9, first, likely(1.0, -1.0))
    assert after == {"joy": 0.72, "relief": 0.72}


def test_a_gain_of_five_squeezes_it() -> None:
    fear = feels(-0.9, 0.5, likely(0.6, 1.0))["fear"]
    assert 5.0 * fear / (5.0 * fear + 1.0) == pytest.approx(0.5745, abs=5e-5)


def test_the_smith_is_let_live_by_the_village() -> None:
    felt = feels(0.7, 0.5, likely(1.0, 1.0), agent=OTHER)
    assert (felt["joy"], felt["gratitude"]) == (0.35, 0.35)


def test_the_smith_endangers_the_village_he_likes_and_then_saves_it() -> None:
    after = likely(0.7, 1.0)
    assert feels(-1.0, 0.5, after, agent=OTHER) == {"fear": 0.35, "anger": 0.35}
    smith = feels(-1.0, 0.5, after, own=False, tie=1.0, agent=SELF)
    assert (smith["pity"], smith["remorse"]) == (0.35, 0.35)
    safe = likely(1.0, -1.0)
    village = feels(-1.0, after, safe, agent=OTHER)
    assert (village["joy"], village["gratitude"]) == (0.85, 0.85)
    smith = feels(-1.0, after, safe, own=False, tie=1.0, agent=SELF)
    assert (smith["happy-for"], smith["gratification"]) == (0.85, 0.85)


def test_a_star_is_a_little_nearer_to_winning() -> None:
    before, after = 0.5, 0.525
    assert feels(0.7, before, after) == {"hope": 0.0175}
    assert feels(0.7, before, after, own=False, tie=-1.0) == {"resentment": 0.0175}
    assert feels(0.7, before, after, own=False, tie=1.0) == {"happy-for": 0.0175}


def test_a_deed_may_be_blamed_by_a_norm_beside_what_it_does() -> None:
    found = dict(zip(NAMES, appraised(0.7, 0.5, 1.0, 1.0, True, 0.0, OTHER, -0.4, 0.0), strict=True))
    assert found["joy"] > 0.0 and found["reproach"] == pytest.approx(0.4)
    assert found["gratitude"] == found["anger"] == 0.0
