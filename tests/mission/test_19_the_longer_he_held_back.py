"""Row 19: the longer he held back, the surer the other was of having been loved, while it lasts; an engineered delay deceives him.

Nothing is left to chance (see row 14). The prior, .3, is below the balance point.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from falter.performance.event import Event, Incident
from tests.mission.reading_scene import LOVES, played, thought


def occurs(events: Iterable[Event], incidents: Iterable[Incident]) -> bool:
    """In the office: half a minute or more after the blade was lit, and before it is decided, HUX comes to think himself loved, at a
    moment when KYLO has been doing nothing for a second and more."""
    done = [one for one in events if one.who == "KYLO" and not one.cut and not one.inner]
    lit = min((one.lands for one in done if one.move == "light"), default=float("inf"))
    end = min((one.lands for one in done if one.move in ("strike", "spare", "leave")), default=float("inf"))
    found = [one for one in incidents if one.kind == "realises" and one.who == "HUX" and one.amount >= 0.5]
    loved = [one.t for one in found if "loves" in (one.what or "") and lit + 30.0 <= one.t < end]
    return any(not any(one.t <= t <= one.lands + 1.05 for one in done) for t in loved)


def test_the_longer_he_holds_back_the_surer_the_other_is() -> None:
    trace = played({}, 65.0)
    waited = [thought(trace, t, LOVES) for t in (1.0, 10.0, 20.0, 40.0, 60.0)]
    print("love as it is read while nothing is done:", [round(value, 3) for value in waited])
    assert all(later > earlier for earlier, later in pairwise(waited))
    assert waited[-1] > waited[0] + 0.02


def test_nothing_is_read_from_delay_where_delay_weighs_nothing() -> None:
    trace = played({}, 40.0, also="set delay_weight 0")
    assert abs(thought(trace, 38.0, LOVES) - thought(trace, 1.0, LOVES)) < 1e-9


def test_a_late_blow_reads_as_more_love_than_a_prompt_one() -> None:
    prompt, late = (thought(played({t: "GUEST arm"}, t + 5.0), t + 2.0, LOVES) for t in (2.0, 40.0))
    print("after a threat at 2 s", prompt, "at 40 s", late)
    assert late > prompt


def test_an_engineered_delay_deceives() -> None:
    """Who loves nobody, and counts to twenty unseen, is read as one who holds back: his hands are not seen to be taken."""
    biding = played({0.5: "GUEST bide"}, 22.0, love=0.0)
    plain = played({}, 22.0, love=0.7)
    deceived, rightly = thought(biding, 20.0, LOVES), thought(plain, 20.0, LOVES)
    print("read of one who bides without love", deceived, "of one who loves and wavers", rightly)
    assert deceived > thought(biding, 1.0, LOVES)
    assert deceived == rightly
