"""What would have been, had something been different: the facade over `explain`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from falter.api.asked import numbers, texts, time_of
from falter.api.explore import nobody
from falter.api.run import Run
from falter.model import scene as model
from falter.model.quantities import quantities, with_values

if TYPE_CHECKING:
    from falter.api.scene import Scene
    from falter.explain.changes.many import WhatIfMany
    from falter.explain.changes.otherwise import Otherwise
    from falter.explain.changes.parting import Parting
    from falter.scene.leaving import Shorter


@dataclass(frozen=True)
class Change:
    """What is different: numbers of the scene, lines left out of it, acts of the performance that are not done, acts that are.

    Lines are named by how they begin, acts that are not done by when they were begun, in s, acts that are done as in `KYLO.unmask at 0:50`.
    """

    values: Mapping[str, float] = field(default_factory=dict)
    without: Sequence[str] = ()
    without_events: Sequence[float] = ()
    as_if: Sequence[str] = ()

    def of_the_scene(self, scene: model.Scene) -> list[str]:
        """What of it is in the scene, in words: `with Kylo's love of Hux at 0`."""
        from falter.explain.nearest.named import named

        known = quantities(scene)
        given = (f"with {named(scene, known[name])} at {value:g}" for name, value in self.values.items())
        return [*given, *(f"without “{line}”" for line in self.without)]


def change_of(scene: Scene, values: object, without: object, without_events: object, as_if: object) -> Change:
    """What is to be different, as it was given: one text, or several, and times also as one types them.

    Raises VaryError, WithoutError, NoSuchActError and OtherwiseError for what can be none.
    """
    from falter.explain.changes.otherwise import OtherwiseError
    from falter.scene.without import WithoutError
    from falter.tables.act_names import NoSuchActError

    several = isinstance(without_events, Iterable) and not isinstance(without_events, str)
    times = tuple(time_of(t, NoSuchActError, "without_events") for t in (without_events if several else (without_events,)))  # type: ignore[attr-defined]
    return Change(numbers(values, scene.model), texts(without, WithoutError), times, texts(as_if, OtherwiseError))


class Stopped(KeyboardInterrupt):
    """Somebody has had enough, or a cluster is gone; `found` is what can be compared by then, `why` what went wrong."""

    def __init__(self, found: WhatIfMany | None, why: Exception | None) -> None:
        super().__init__()
        self.found, self.why = found, why


@dataclass(frozen=True)
class WhatIf:
    """One performance as written and the same with something changed, under the same luck."""

    written: Run
    changed: Run
    change: str
    """In words: `with Kylo's love of Hux at 0.9, without “remembers nights”`; "" where nothing is changed."""
    gone: Shorter | None = None
    """What was left out of the scene along with the lines that were asked for."""

    @property
    def parting(self) -> Parting:
        """Where they part."""
        from falter.explain.changes.parting import Parting

        return Parting(self.written.trace, self.changed.trace)

    def told(self) -> str:
        """Beside each other, from where they part."""
        from falter.explain.changes.gone import gone_told
        from falter.explain.changes.sidebyside import beside

        return gone_told(self.gone) + beside(self.parting, self.change)

    def record(self) -> dict[str, Any]:
        """As plain values."""
        from falter.explain.changes.gone import gone_record
        from falter.explain.changes.sidebyside import record

        return record(self.parting, self.change, gone_record(self.gone))

    def __repr__(self) -> str:
        return f"<WhatIf {self.change}: {self.written.ending} -> {self.changed.ending}>"

    def _repr_html_(self) -> str:
        from falter.explain.changes.gone import gone_told
        from falter.explain.changes.sidebyside import html
        from falter.explain.paragraph import of_html

        gone = gone_told(self.gone)
        return (f"<p>{of_html(gone.strip())}</p>" if gone else "") + html(self.parting, self.change)


def whatif(scene: Scene, seed: int, change: Change, run: int | None = None) -> WhatIf:
    """A performance, as `Scene.perform` numbers them, and the one with something changed.

    Raises VaryError for a name or value that cannot be, WithoutError for a line that is not there or that others need, NoSuchActError for a
    time at which nothing was begun, OtherwiseError for an act that cannot be done then.
    """
    from falter.explain.changes.otherwise import otherwise

    written = scene.perform(seed, run=run)
    other, gone = changed(scene, change)
    events = _otherwise(written, other, change)
    trace = otherwise(other.tables(), written.trace, events)
    told_of = ", ".join([*change.of_the_scene(scene.model), *events.told(scene.model, trace)])
    return WhatIf(written, Run(trace, source=other.source), told_of, gone)


def changed(scene: Scene, change: Change) -> tuple[Scene, Shorter | None]:
    """A scene with some lines left out and some numbers set, and what went with the lines."""
    from falter.api.scene import Scene

    shorter, gone = _without(scene, change.without) if change.without else (scene, None)
    numbers(change.values, shorter.model)
    return Scene(with_values(shorter.model, dict(change.values)), shorter.places, written=shorter.written, source=shorter.source), gone


def _without(scene: Scene, lines: Sequence[str]) -> tuple[Scene, Shorter | None]:
    from falter.api.scene import parse
    from falter.scene.leaving import left_out
    from falter.scene.printer import print_scene

    gone = left_out(print_scene(scene.model), lines)
    return parse(gone.text, f"{scene.title}, without {' and '.join(lines)}"), gone


def _otherwise(written: Run, other: Scene, change: Change) -> Otherwise:
    """The acts that are not done, by when they were begun, and those that are."""
    from falter.api.why import chosen
    from falter.explain.changes.otherwise import Otherwise, read_as_if

    dropped = tuple(chosen(written, None, t, "without_events") for t in change.without_events)
    return Otherwise(dropped, tuple(read_as_if(text, other.tables()) for text in change.as_if) if change.as_if else ())


def whatif_many(
    scene: Scene, runs: int, seed: int, change: Change, jobs: int = 1, told: Callable[[int], None] = nobody, on: str | None = None
) -> WhatIfMany:
    """`runs` performances as written, and each again with something changed; the same for any number of `jobs`, and on any cluster.

    Raises as `whatif` does, and Stopped with what there is to compare by then, if anything.
    """
    from falter.explain.changes.many import WhatIfMany, rows_for
    from falter.explain.changes.otherwise import OtherwiseError, read_as_if
    from falter.explore.cluster import Cluster
    from falter.explore.ensemble import Ensemble
    from falter.explore.sweep import Interrupted, explored

    if change.without_events:
        raise OtherwiseError(
            "is about an act of one performance, and many are asked for",
            "leave out `--runs`, or bar the act: `falter drivers --without`",
            "without_events",
        )
    other, gone = changed(scene, change)
    tables = other.tables()
    as_if = tuple(read_as_if(text, tables) for text in change.as_if)
    rows, cluster = rows_for(tables, as_if), Cluster(on) if on else None
    try:
        written = explored(scene.tables(), seed, runs, jobs, told, on=cluster)
    except Interrupted as stopped:
        raise Stopped(None, stopped.why) from None
    told_of = ", ".join([*change.of_the_scene(scene.model), *(one.told(scene.model) for one in as_if)])
    try:
        again = explored(tables, seed, runs, jobs, told, on=cluster, interventions=rows)
    except Interrupted as stopped:
        part = WhatIfMany(written, stopped.found, told_of, as_if, gone) if isinstance(stopped.found, Ensemble) else None
        raise Stopped(part, stopped.why) from None
    return WhatIfMany(written, again, told_of, as_if, gone)
