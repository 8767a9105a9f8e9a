"""Something done otherwise in a performance: an act that is not, an act that is. As interventions, for the same luck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from falter.diagnostics.nearest import listed
from falter.diagnostics.unfit import UnfitError
from falter.explain.acts.shutting import shut_by
from falter.explain.acts.when_open import open_at, open_spans, open_then
from falter.explain.changes.removing import cut_short, the_same_of
from falter.kernel.interventions import ACT_WHEN
from falter.model.scene import Scene
from falter.narrate.pronouns import name
from falter.narrate.timeline import clock, seconds_of
from falter.performance.event import Event
from falter.performance.perform import Intervention, perform
from falter.performance.trace import Trace
from falter.tables import columns as at
from falter.tables.act_names import offered, rows_called
from falter.tables.tables import Tables

PATIENCE: Final = 5.0
"""s within which an act that is to be done at a time is done: as soon as it is open, and hands and voice are free."""
FEW: Final = 3
"""Times that are offered."""


class OtherwiseError(UnfitError):
    """What is to be done otherwise cannot be; `fix` says what to write."""

    OF = "as_if"


class AsIf(NamedTuple):
    """An act that is to be done at a time, in s: `KYLO unmask`, `KYLO strike HUX`."""

    act: str
    t: float

    def told(self, scene: Scene, done: Trace | None = None) -> str:
        """`as if Kylo had begun to “strike” (Hux) at 0:50.0`; of one performance, when that was: as soon as it could be done."""
        names = {person.id: name(person) for person in scene.people}
        who, move, *whom = self.act.split(" ")
        to = f" ({', '.join(names.get(one, one) for one in whom)})" if whom else ""
        when = _when(self, done) if done else clock(self.t)
        return f"as if {names[who]} had begun to “{move.replace('-', ' ')}”{to} at {when}"


def _when(one: AsIf, trace: Trace) -> str:
    """When it was begun; and that it was asked for earlier, where it was."""
    begun = begun_as_if(trace.events, one, trace.dt)
    if begun is None or begun.t <= one.t + 1.5 * trace.dt:
        return clock(one.t)
    return f"{clock(begun.t)}, as soon after {clock(one.t)} as it could be"


@dataclass(frozen=True)
class Otherwise:
    """What is done otherwise in one performance: acts of it that are cut short, and acts that are done."""

    dropped: tuple[Event, ...] = ()
    done: tuple[AsIf, ...] = ()

    def told(self, scene: Scene, trace: Trace) -> list[str]:
        """In words, each, as it came out in the performance."""
        names = {person.id: name(person) for person in scene.people}
        cut = (f"with {names[one.who]} cut short at {clock(one.t)}" for one in self.dropped)
        return [*cut, *(one.told(scene, trace) for one in self.done)]


def read_as_if(text: str, tables: Tables) -> AsIf:
    """`KYLO.unmask at 0:50`, `KYLO unmask at 50 s`, read. Raises OtherwiseError."""
    name, found, time = text.rpartition(" at ")
    t = seconds_of(time) if found else None
    if t is None:
        raise OtherwiseError(f"must be an act and a time; got `{text}`", "write it as in `KYLO.unmask at 0:50`")
    labels = [row.label for row in tables.labels["act"]]
    rows = rows_called(labels, name)
    if not rows:
        raise OtherwiseError(f"names nothing that anybody may do: `{name}`", offered(labels, name))
    doers = list(dict.fromkeys(" ".join(labels[row].split(" ")[:2]) for row in rows))
    if len(doers) > 1:
        raise OtherwiseError(f"names what several may do: `{name}`", f"write one of {listed(doers)}")
    return AsIf(labels[rows[0]] if len(name.replace(".", " ").split()) > 2 else doers[0], t)


def rows_of(tables: Tables, act: str) -> list[int]:
    """The rows of an act as it is named: `KYLO unmask`, `KYLO strike HUX`."""
    return rows_called([row.label for row in tables.labels["act"]], act)


def otherwise(tables: Tables, written: Trace, change: Otherwise) -> Trace:
    """The performance of these tables, with the luck of one as written, with that done otherwise; the earliest first.

    Raises OtherwiseError for an act that is not begun there, or cannot be done then.
    """
    rows: tuple[Intervention, ...] = written.interventions
    trace = perform(tables, written.seed, written.run, written.luck, rows)
    both: list[Event | AsIf] = [*change.dropped, *change.done]
    for one in sorted(both, key=lambda each: each.t):
        rows += as_if(trace, one) if isinstance(one, AsIf) else _not_done(trace, written.events, one)
        trace = perform(tables, written.seed, written.run, written.luck, rows)
        if isinstance(one, AsIf) and begun_as_if(trace.events, one, trace.dt) is None:
            raise OtherwiseError(
                f"asks for what cannot be done at {clock(one.t)}: {one.act}, since hands or voice were not free", "ask for another time"
            )
    return trace


def as_if(trace: Trace, one: AsIf) -> tuple[Intervention, ...]:
    """What has an act done at its time, or within some seconds.

    Raises OtherwiseError where it is not open then: what kept it shut, and when it is open.
    """
    rows, step = rows_of(trace.tables, one.act), round(one.t / trace.dt)
    soon = range(step, step + round(PATIENCE / trace.dt))
    act = next((row for then in soon for row in rows if open_at(trace, row, then)), None)
    if act is None:
        raise _not_open(trace, rows, one, step)
    return asked_for(trace.tables, act, step, trace.dt)


def asked_for(tables: Tables, act: int, step: int, dt: float) -> tuple[Intervention, ...]:
    """The act of a row is done from a step on, as soon as it can be within some seconds, or not at all."""
    doer = tables.packed.ti[tables.packed.ti[at.TI_ACT] + act * at.TI_ACT_SIZE + at.ACT_OWNER]
    return (Intervention(step, ACT_WHEN, doer, act), Intervention(step + round(PATIENCE / dt), ACT_WHEN, -1, act))


def begun_as_if(events: Sequence[Event], one: AsIf, dt: float) -> Event | None:
    """The act that was asked for, as it was begun; None where it was not."""
    words = one.act.split()
    return next((e for e in events if [e.who, e.move, e.to][: len(words)] == words and -dt < e.t - one.t <= PATIENCE + dt), None)


def _not_done(trace: Trace, events: Sequence[Event], event: Event) -> tuple[Intervention, ...]:
    """What cuts an act of the performance as written short in another."""
    same = the_same_of(events, event, trace.events)
    if same is None:
        raise OtherwiseError(
            f"is not begun any more, with the rest changed: {event.who} {event.move}, at {clock(event.t)} as written",
            "leave it out",
            "without_events",
        )
    return cut_short(trace, same.index)


def _not_open(trace: Trace, rows: Sequence[int], one: AsIf, step: int) -> OtherwiseError:
    if step >= trace.steps:
        return OtherwiseError(f"asks for {clock(one.t)}, and it is all over at {clock(trace.seconds)}", "ask for an earlier time")
    shut = shut_by(trace, rows[0], step).words
    spans = sorted(open_spans(trace, rows), key=lambda span: min(abs(span.begin - one.t), abs(span.end - one.t)))[:FEW]
    offered = ", ".join(f"{clock(span.begin)} to {clock(span.end)}" for span in sorted(spans))
    what = f"asks for what is not open at {clock(one.t)}: {one.act}{f', since {shut}' if shut else ''}"
    if offered:
        return OtherwiseError(what, f"it is open {offered}: write one of these times")
    others = ", ".join(f"`{label.replace(' ', '.')}`" for label in open_then(trace, step))
    then = f"what is open then is {others}" if others else "nothing of the scene's own is open then"
    return OtherwiseError(what, f"it is never open in this performance; {then}")
