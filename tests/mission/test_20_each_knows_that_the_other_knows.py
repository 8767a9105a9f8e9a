"""Row 20: it was not pretence, and each knows that the other knows. Nothing is left to chance (see row 14)."""

from __future__ import annotations

from collections.abc import Iterable

from falter.performance import Trace
from falter.performance.event import Event, Incident
from tests.mission.reading_scene import LOVES, MEANS, played, thought

TENDER = {0.5: "HOST look GUEST", **{4.0 + 6.0 * k: "GUEST kiss HOST" for k in range(8)}}


def occurs(events: Iterable[Event], incidents: Iterable[Incident]) -> bool:
    """In the general's office: both know of a love, and that the other knows."""
    return any(one.kind == "both know" and "loves" in (one.what or "") for one in incidents)


def both(trace: Trace, about: str) -> bool:
    return any(one.kind == "both know" and one.what == about for one in trace.incidents)


def test_tenderness_that_was_seen_becomes_known_to_both() -> None:
    trace = played(TENDER, 60.0)
    print("held", thought(trace, 58.0, LOVES, "HELD"), "taken to be held", thought(trace, 58.0, LOVES, "THEIRS_HELD"))
    assert both(trace, LOVES)
    found = next(one for one in trace.incidents if one.kind == "both know" and one.what == LOVES)
    assert found.amount >= 0.7
    assert found.known_to == ("GUEST", "HOST")


def test_a_tie_that_is_not_there_is_never_known_to_both() -> None:
    """The same acts without love: the other is deceived, and knows nothing."""
    trace = played(TENDER, 60.0, love=0.0)
    assert thought(trace, 58.0, LOVES, "HELD") >= 0.7
    assert not both(trace, LOVES)


def test_nothing_is_known_to_both_without_a_second_thought() -> None:
    assert not both(played(TENDER, 60.0, also="set second_order 0"), LOVES)


def test_what_he_is_taken_to_think_waits_for_a_sign_that_he_has_seen() -> None:
    """Until the one who watches has looked up or been spoken to, the other does not know himself watched."""
    unseen, seen = played({}, 40.0), played({0.5: "HOST look GUEST"}, 40.0)
    assert thought(unseen, 38.0, MEANS, "THEIRS") == thought(unseen, 2.0, MEANS, "THEIRS")
    assert thought(seen, 38.0, MEANS, "THEIRS") != thought(seen, 2.0, MEANS, "THEIRS")
