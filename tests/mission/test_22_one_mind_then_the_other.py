"""Row 22: told close to one mind, then to the other: only what that person perceives, feels and believes.

8 performances of the office in plain mode, seed 1022: what must not be told may not be told in any.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from falter.narrate import prose
from falter.performance import Trace, perform
from falter.performance.event import Event, Incident
from tests.performing import whole_scene

RUNS, SEED = 8, 1022
TOLD = ("thinks", "senses", "remembers", "sees")


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """In the office: each of the two knows of something that the other does not, and the mind that is told changes at the blade."""
    alone = {event.who for event in events if len(event.heard_by) == 1} | {one.who for one in incidents if one.known_to == (one.who,)}
    return {"KYLO", "HUX"} <= alone and any(event.move == "light" for event in events)


@cache
def traces() -> tuple[Trace, ...]:
    tables = whole_scene("the-generals-office")
    return tuple(perform(tables, SEED, run) for run in range(RUNS))


def test_close_to_one_nothing_is_told_of_what_is_inside_the_other() -> None:
    """Every sentence from the author's lines for the inside, or the eyes, of somebody is of the one whose mind it is."""
    found = 0
    for trace in traces():
        for me, other in (("KYLO", "HUX"), ("HUX", "KYLO")):
            origins = [sentence.origin for paragraph in prose(trace, pov=me).paragraphs for sentence in paragraph.sentences]
            found += sum(origin.startswith(f"{me}/") and origin.split("/")[1] in TOLD for origin in origins)
            assert [origin for origin in origins if origin.startswith(f"{other}/")] == []
    print(f"{found} lines from inside in {2 * RUNS} tellings")
    assert found > 10 * RUNS


def test_what_one_does_unseen_is_told_only_close_to_him() -> None:
    for trace in traces():
        hidden = [event for event in trace.events if event.who == "KYLO" and "HUX" not in event.heard_by]
        assert [event.text_id for event in trace.view("HUX").events if event.t in {one.t for one in hidden} and event.who == "KYLO"] == []


def test_the_same_performance_reads_otherwise_from_either_side() -> None:
    assert all(str(prose(trace, pov="KYLO")) != str(prose(trace, pov="HUX")) for trace in traces())


def test_it_occurs_in_the_office() -> None:
    assert sum(occurs(trace.events, trace.incidents) for trace in traces()) >= RUNS // 2
