"""Delay moves what is read towards the balance: the tie a reader expects while nothing is done, by where he began."""

from __future__ import annotations

import altair

from falter.performance import Intervention, perform
from falter.scene import read
from falter.tables import columns as at
from falter.tables.compile import compile_scene

SCENE = """falter 1
scene The Watch
set display_weight 0
place a room
  mark wall
  mark door, 2 m from wall
ACTOR "the one who may", they
  at wall
  hates WATCHER: .5
WATCHER "the one who watches", they
  at door
  wonders how ACTOR loves WATCHER: {prior}
ACTOR may harm "strikes out" on WATCHER, once, harms WATCHER
ACTOR may spare "turns away" on WATCHER, once, spares WATCHER
closes at 41 s
"""
PRIORS = (0.1, 0.3, 0.5, 0.7, 0.9)


def chart() -> altair.Chart:
    """The tie expected, by seconds without an act, a line for each prior."""
    rows = [{"t": t, "tie": tie, "began": f"{prior:g}"} for prior in PRIORS for t, tie in waited(prior)]
    return (
        altair.Chart(altair.Data(values=rows), width=420, height=240)
        .mark_line()
        .encode(
            altair.X("t:Q", title="s in which nothing is done"),
            altair.Y("tie:Q", title="the tie as it is read", scale=altair.Scale(domain=[0.0, 1.0])),
            altair.Color("began:N", title="at the start"),
        )
    )


def waited(prior: float) -> list[tuple[float, float]]:
    """What WATCHER expects, second by second, while ACTOR is held still."""
    reading = read(SCENE.format(prior=prior).encode(), "watch")
    if reading.scene is None:
        raise ValueError("the scene of the figure cannot be read")
    tables = compile_scene(reading.scene, reading.places)
    actor = tables.names.person["ACTOR"]
    trace = perform(tables, 1, interventions=[Intervention(step, 1, actor, -1) for step in range(412)])
    place = tables.packed.ti[at.SF_WONDER] + at.WONDER_NOW
    return [(step * trace.dt, float(trace.sf(step)[place])) for step in range(0, 401, 10)]
