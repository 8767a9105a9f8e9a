"""`falter whatif`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from falter.cli.explore import JOBS, ON
from falter.cli.options import RUN, fitting, one_of, part, seed_number, story_time, whole_number, wrong
from falter.diagnostics import exits

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from falter.api.scene import Scene
    from falter.api.whatif import Change

FORMS = ("text", "json")
SEED = Annotated[int | None, typer.Option("--seed", parser=seed_number, metavar="NUMBER", help="Which luck; 1 if not said.")]
SET = Annotated[list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="Another number, as in KYLO.loves.HUX=0.9.")]
WITHOUT = Annotated[list[str] | None, typer.Option("--without", metavar="LINE", help="Leave out the line that begins so.")]
EVENT_HELP = "Cut short the act begun about then: 0:41."
WITHOUT_EVENT = Annotated[list[float] | None, typer.Option("--without-event", parser=story_time, metavar="TIME", help=EVENT_HELP)]
AS_IF_HELP = "Have an act done, as in 'KYLO.unmask at 0:50'."
AS_IF = Annotated[list[str] | None, typer.Option("--as-if", metavar="ACT at TIME", help=AS_IF_HELP)]
FIND = Annotated[str | None, typer.Option("--find", metavar="WANTED", help="The smallest changes that make it likely: ending=spared.")]
SHARE = Annotated[float | None, typer.Option("--share", parser=part, metavar="SHARE", help="With --find, how likely; .5 if not said.")]
MOST = "With --find, how many performances the search may take; 30000 if not said."
BUDGET = Annotated[int | None, typer.Option("--budget", parser=whole_number(1000), metavar="NUMBER", help=MOST)]
FRESH = "Over so many performances; with --find, how many fresh ones a change is held to, 1000 if not said."
RUNS = Annotated[int | None, typer.Option("--runs", "-n", parser=whole_number(1), metavar="NUMBER", help=FRESH)]
VARY = Annotated[list[str] | None, typer.Option("--vary", metavar="NAME", help="With --find, change only this; as in 'KYLO.*'.")]
KEEP = Annotated[list[str] | None, typer.Option("--keep", metavar="NAME", help="With --find, leave this as it is; as in 'HUX.*'.")]
WITH_FIND = ("share", "budget", "vary", "keep")
WITH_RUNS = ("jobs", "on")
"""Flags that only a search has a use for, and those for which there must be many performances."""
FORM = Annotated[str, typer.Option("--as", parser=one_of(*FORMS), metavar="|".join(FORMS), help="How to print it.")]


def whatif(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The scene.")],
    seed: SEED = None,
    run: RUN = None,
    values: SET = None,
    without: WITHOUT = None,
    without_event: WITHOUT_EVENT = None,
    as_if: AS_IF = None,
    find: FIND = None,
    share: SHARE = None,
    budget: BUDGET = None,
    runs: RUNS = None,
    vary: VARY = None,
    keep: KEEP = None,
    jobs: JOBS = None,
    on: ON = None,
    form: FORM = "text",
) -> int:
    """Perform a scene as it is and with something changed, under the same luck; or find the smallest change that makes an ending likely."""
    from falter.api.run import is_saved_run
    from falter.api.scene import load, load_run
    from falter.api.whatif import whatif as compared
    from falter.cli.whatif_many import over_many
    from falter.pipeline import DEFAULT_SEED

    if is_saved_run(file):
        trace = load_run(file).trace
        fix = f"name the file of its scene, “{trace.scene.title}”, with `--seed {trace.seed} --run {trace.run}`"
        raise wrong(context, "file", "is a saved performance, and something is to be different", fix)
    scene = load(file)
    many = next((name for name in ("find", "runs") if context.params[name] is not None), None)
    if run is not None and many is not None:
        raise wrong(context, "run", "is of one performance, and many are asked for", f"leave out `--run`, or `--{many}`")
    if find is not None:
        from falter.cli.nearest import nearest

        return nearest(context, file, scene, find, form)
    _needs_others(context)
    change = _change(context, scene, values or [], without or [], without_event or [], as_if or [])
    if runs is not None:
        with _faults(context):
            return over_many(scene, change, runs, DEFAULT_SEED if seed is None else seed, jobs, on, form)
    with _faults(context):
        found = compared(scene, DEFAULT_SEED if seed is None else seed, change, run)
    print(json.dumps(found.record(), ensure_ascii=False, indent=2) if form == "json" else found.told(), end="\n" if form == "json" else "")
    return exits.FINE


def _change(
    context: typer.Context, scene: Scene, values: list[str], without: list[str], without_event: list[float], as_if: list[str]
) -> Change:
    """What is different, read."""
    from falter.api.whatif import change_of

    if not (values or without or without_event or as_if):
        fix = "add `--set`, `--without`, `--without-event` or `--as-if`; or `--find` an ending"
        raise wrong(context, "file", "does not say what is to be different", fix)
    with _faults(context):
        return change_of(scene, _values(context, values), without, without_event, as_if)


def _faults(context: typer.Context) -> AbstractContextManager[None]:
    """What the scene or the performance has not is a fault of the flag that named it."""
    return fitting(context, without_events="without_event")


def _needs_others(context: typer.Context) -> None:
    """Flags that would have no effect are faults."""
    for name in WITH_FIND:
        if context.params.get(name):
            raise wrong(context, name, "goes only with `--find`", "add `--find`, as in `--find ending=spared`")
    for name in WITH_RUNS:
        if context.params.get(name) and context.params["runs"] is None:
            raise wrong(context, name, "is for many performances, and one is asked for", "add `--runs`")


def _values(context: typer.Context, texts: list[str]) -> dict[str, str]:
    """`KYLO.loves.HUX=0.9`, by its two parts: one value each."""
    found: dict[str, str] = {}
    for text in texts:
        name, _, value = (part.strip() for part in text.partition("="))
        if not value:
            raise wrong(
                context, "values", f"must be a quantity and its value; got `{text}`", f"write it as in `{name or 'KYLO.loves.HUX'}=0.9`"
            )
        if ".." in value or "," in value:
            raise wrong(context, "values", f"takes one value; got `{text}`", "to try several, `falter explore --vary`")
        if name in found:
            raise wrong(context, "values", f"gives `{name}` two values", "give it one; to try several, `falter explore --vary`")
        found[name] = value
    return found
