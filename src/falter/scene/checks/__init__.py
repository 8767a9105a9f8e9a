"""Checks of a finished scene: text, YAML, JSON and the builder get the same faults from the same model.

Each module judges one subject and only adds faults; none changes the scene, and none knows how it was read.
"""

from __future__ import annotations

from falter.diagnostics.fault import Faults
from falter.diagnostics.source import Places
from falter.model.scene import Scene
from falter.scene.checks.cast import Cast
from falter.scene.checks.conditions import check_conditions
from falter.scene.checks.display import check_display
from falter.scene.checks.endings import check_endings
from falter.scene.checks.facts import check_facts
from falter.scene.checks.geometry import check_geometry
from falter.scene.checks.groups import check_groups
from falter.scene.checks.links import check_links
from falter.scene.checks.lists import check_constants, check_lists, check_places
from falter.scene.checks.memories import check_memories
from falter.scene.checks.moves import check_moves
from falter.scene.checks.names import check_names, check_twice
from falter.scene.checks.parts import check_parts, check_told
from falter.scene.checks.possible import Possible
from falter.scene.checks.report import Report
from falter.scene.checks.steering import check_steering
from falter.scene.checks.things import check_things
from falter.scene.checks.ties import check_ties
from falter.scene.checks.turns import check_turns
from falter.scene.checks.verbs import check_verbs
from falter.scene.checks.wonders import check_wonders

__all__ = ["check", "check_cast"]


def check(scene: Scene, places: Places, faults: Faults) -> None:
    """Add to `faults` all that is wrong with a scene as a whole; `faults` already holds what the reader found."""
    report = Report(places, faults)
    cast = Cast(scene)
    possible = Possible(cast)
    check_lists(scene, report)
    check_constants(scene, report)
    check_names(cast, report)
    check_geometry(cast, report)
    check_places(cast, report)
    check_ties(cast, possible, report)
    check_display(cast, report)
    check_wonders(cast, report)
    check_moves(cast, possible, report)
    check_facts(cast, report)
    check_things(cast, report)
    check_links(cast, report)
    check_groups(cast, report)
    check_verbs(cast, report)
    # Before the other conditions: what bars an ending is told there, and not again where it bars a closing too.
    check_endings(cast, possible, report)
    check_conditions(cast, possible, report)
    check_memories(cast, possible, report)
    check_parts(cast, possible, report)
    check_told(cast, report)
    check_turns(cast, possible, report)
    check_steering(cast, report)


def check_cast(scene: Scene, places: Places, faults: Faults) -> None:
    """The same for a cast, which scenes use: as far as it can be judged without one."""
    report = Report(places, faults)
    check_lists(scene, report)
    check_twice(Cast(scene), report)
