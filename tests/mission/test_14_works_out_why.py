"""Row 14: the other works out why he is there, and asks him; and from then on it is in the open between them.

Nothing is left to chance: interventions say who does what and when, and what is thought follows by reckoning alone. So there is no
sampling error and no false alarm.
"""

from __future__ import annotations

from collections.abc import Iterable

from falter.performance.event import Event, Incident
from tests.mission.reading_scene import MEANS, played, thought


def occurs(events: Iterable[Event], incidents: Iterable[Incident]) -> bool:
    """In the general's office: he realises that the knight means to strike, and then asks him about it."""
    found = [one for one in incidents if one.kind == "realises" and one.who == "HUX" and one.amount >= 0.5]
    realised = [one.t for one in found if "strike" in (one.what or "")]
    asked = [one.t for one in events if one.who == "HUX" and one.move == "ask-why" and not one.cut]
    return bool(realised and asked) and min(realised) <= max(asked)


def test_a_lit_blade_tells_why_he_is_there() -> None:
    """He lights the blade at 1 s: the odds pass even ones, and it is written down. Had he kissed instead, they would not."""
    armed, kissed = played({1.0: "GUEST arm"}, 20.0), played({1.0: "GUEST kiss HOST"}, 20.0)
    print("odds after the blade", thought(armed, 1.2, MEANS), "after a kiss", thought(kissed, 1.2, MEANS))
    assert thought(armed, 1.2, MEANS) > 0.5 > thought(kissed, 1.2, MEANS)
    told = [one.what for one in armed.incidents if one.kind == "realises" and one.who == "HOST"]
    assert MEANS in told
    assert not [one for one in kissed.incidents if one.kind == "realises" and one.what == MEANS]


def test_once_asked_both_know_that_it_is_wondered() -> None:
    """The one asked takes the other to suspect him more than before; where nothing is asked, no such thing; nor with `asked_tells` 0."""
    asked = played({1.0: "GUEST arm", 5.5: "HOST ask-why GUEST"}, 20.0)
    silent = played({1.0: "GUEST arm"}, 20.0)
    deaf = played({1.0: "GUEST arm", 5.5: "HOST ask-why GUEST"}, 20.0, also="set asked_tells 0")
    found = [one for one in asked.incidents if one.kind == "in the open"]
    assert [(one.who, one.whom, one.what, one.known_to) for one in found] == [("HOST", "GUEST", MEANS, ("GUEST", "HOST"))]
    assert not [one for one in silent.incidents if one.kind == "in the open"]
    theirs = [thought(trace, 18.0, MEANS, "THEIRS") for trace in (asked, deaf)]
    print("taken to suspect, asked and with asking telling nothing:", theirs)
    assert theirs[0] > theirs[1] + 0.1
