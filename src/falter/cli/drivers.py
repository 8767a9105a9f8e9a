"""`falter drivers`."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from falter.api.forms import FEW
from falter.cli.explore import JOBS, SEED, VARY, progress, ranges_of
from falter.cli.options import Misplaced, fitting, one_of, whole_number
from falter.diagnostics import exits

if TYPE_CHECKING:
    from falter.api.scene import Scene
    from falter.explore.deciding import Deciding

FORMS = ("table", "json")
OFTEN = f"How many performances in all; {FEW} if not said, with --vary some thousands a quantity."
ENDING = Annotated[str, typer.Option("--ending", metavar="NAME", help="The ending that is asked about.")]
WITHOUT = Annotated[
    list[str] | None, typer.Option("--without", metavar="ACT", help='The same runs with an act never open, as in "HUX draw KYLO".')
]
ACT = Annotated[str | None, typer.Option("--act", metavar="ACT", help='Was this act necessary, was it sufficient, as in "KYLO unmask"?')]


def drivers(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The scene.")],
    ending: ENDING,
    vary: VARY = None,
    without: WITHOUT = None,
    act: ACT = None,
    runs: Annotated[int | None, typer.Option("--runs", "-n", parser=whole_number(1), metavar="NUMBER", help=OFTEN)] = None,
    seed: SEED = None,
    jobs: JOBS = None,
    form: Annotated[str, typer.Option("--as", parser=one_of(*FORMS), metavar="|".join(FORMS), help="How to print it.")] = "table",
) -> int:
    """Say what decides an ending: which early acts it goes with, what follows, whether one caused it; with --vary, which quantities."""
    from falter.api.scene import load
    from falter.explore.decisive import code_among
    from falter.performance.batch import endings_of
    from falter.pipeline import DEFAULT_SEED

    scene = load(file)
    with fitting(context):
        code_among(endings_of(scene.model), ending)
    if vary and without:
        raise Misplaced("has no effect beside `--vary`", context, _param(context, "without"), "ask for the one, then for the other")
    for name, other in (("vary", vary), ("without", without)):
        if act is not None and other:
            raise Misplaced(f"has no effect beside `--{name}`", context, _param(context, "act"), "ask for the one, then for the other")
    asked = Asked(context, scene, ending, runs, DEFAULT_SEED if seed is None else seed, jobs or os.cpu_count() or 1, form)
    if act is not None:
        return _of_one_act(asked, act)
    return _of_quantities(asked, vary) if vary else _of_acts(asked, without or [])


class Asked(NamedTuple):
    """What was asked, whatever it is about."""

    context: typer.Context
    scene: Scene
    ending: str
    runs: int | None
    seed: int
    jobs: int
    form: str


def _of_acts(asked: Asked, acts: list[str]) -> int:
    from falter.api.drivers import act_record, act_table, with_and_without
    from falter.explore.ensemble import Ensemble
    from falter.explore.sweep import Interrupted

    def printed(found: Ensemble, others: dict[str, Ensemble]) -> None:
        if asked.form == "json":
            print(json.dumps(act_record(found, asked.ending, others), ensure_ascii=False, indent=2))
        else:
            print(act_table(found, asked.ending, others), end="")

    runs = asked.runs or FEW
    try:
        with fitting(asked.context, act="without"), progress(runs * (1 + len(acts))) as told:
            found, others = with_and_without(asked.scene, acts, runs, asked.seed, asked.jobs, told)
    except Interrupted as stopped:
        if isinstance(stopped.found, Ensemble):
            printed(stopped.found, {})
        return _interrupted(len(stopped.found.runs) if isinstance(stopped.found, Ensemble) else 0)
    printed(found, others)
    return exits.FINE


def _of_one_act(asked: Asked, act: str) -> int:
    """Whether it was necessary, and whether it was sufficient."""
    from falter.api.drivers import caused_by
    from falter.explore.sweep import Interrupted

    runs = asked.runs or FEW
    try:
        with fitting(asked.context), progress(2 * runs) as told:
            found = caused_by(asked.scene, act, asked.ending, runs, asked.seed, asked.jobs, told)
    except (Interrupted, KeyboardInterrupt):
        return _interrupted(0)
    print(json.dumps(found.record(), ensure_ascii=False, indent=2) if asked.form == "json" else found.told().rstrip("\n"))
    return exits.FINE


def _interrupted(runs: int) -> int:
    print(f"[interrupted after {runs or 'too few'} performances]", file=sys.stderr)
    return exits.INTERRUPTED


def _of_quantities(asked: Asked, vary: list[str]) -> int:
    from falter.api.drivers import Cut, decided_by, how_many

    context, scene = asked.context, asked.scene
    try:
        varieds = ranges_of(context, scene, vary)
        with fitting(context), progress(how_many(asked.runs, len(varieds))) as told:
            _print(decided_by(scene, asked.ending, varieds, asked.runs, asked.seed, asked.jobs, told), asked.form)
    except Cut as cut:
        if cut.found:
            _print(cut.found, asked.form)
        return _interrupted(cut.found.runs if cut.found else 0)
    return exits.FINE


def _print(found: Deciding, form: str) -> None:
    from falter.api.drivers import record, table

    print(json.dumps(record(found), ensure_ascii=False, indent=2) if form == "json" else table(found), end="\n" if form == "json" else "")


def _param(context: typer.Context, name: str) -> Any:
    return next(param for param in context.command.params if param.name == name)
