"""`falter whatif`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from falter.cli.explore import JOBS
from falter.cli.options import one_of, seed_number, unfit, whole_number, wrong
from falter.diagnostics import exits

if TYPE_CHECKING:
    from falter.api.scene import Scene

FORMS = ("text", "json")
SEED = Annotated[int | None, typer.Option("--seed", parser=seed_number, metavar="NUMBER", help="Which luck; 1 if not said.")]
SET = Annotated[list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="Another number, as in KYLO.loves.HUX=0.9.")]
WITHOUT = Annotated[list[str] | None, typer.Option("--without", metavar="LINE", help="Leave out the line that begins so.")]
FIND = Annotated[str | None, typer.Option("--find", metavar="WANTED", help="The smallest changes that make it likely: ending=spared.")]
SHARE = Annotated[float | None, typer.Option("--share", metavar="SHARE", help="With --find, how likely; .5 if not said.")]
MOST = "With --find, how many performances the search may take; 30000 if not said."
BUDGET = Annotated[int | None, typer.Option("--budget", parser=whole_number(1000), metavar="NUMBER", help=MOST)]
FRESH = "With --find, how many fresh performances a change is held to; 1000 if not said."
RUNS = Annotated[int | None, typer.Option("--runs", "-n", parser=whole_number(1), metavar="NUMBER", help=FRESH)]
VARY = Annotated[list[str] | None, typer.Option("--vary", metavar="NAME", help="With --find, change only this; as in 'KYLO.*'.")]
KEEP = Annotated[list[str] | None, typer.Option("--keep", metavar="NAME", help="With --find, leave this as it is; as in 'HUX.*'.")]
WITH_FIND = ("share", "budget", "runs", "vary", "keep", "jobs")
"""Flags that only a search has a use for."""
FORM = Annotated[str, typer.Option("--as", parser=one_of(*FORMS), metavar="|".join(FORMS), help="How to print it.")]


def whatif(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The scene.")],
    seed: SEED = None,
    values: SET = None,
    without: WITHOUT = None,
    find: FIND = None,
    share: SHARE = None,
    budget: BUDGET = None,
    runs: RUNS = None,
    vary: VARY = None,
    keep: KEEP = None,
    jobs: JOBS = None,
    form: FORM = "text",
) -> int:
    """Perform a scene as it is and with something changed, under the same luck; or find the smallest change that makes an ending likely."""
    from falter.api.scene import load
    from falter.explore.varying import VaryError
    from falter.pipeline import DEFAULT_SEED
    from falter.scene.without import WithoutError

    scene = load(file)
    if find is not None:
        from falter.cli.nearest import nearest

        if share is not None and not 0.0 < share < 1.0:
            raise wrong(context, "share", f"must lie between 0 and 1; got `{share:g}`")
        return nearest(context, file, scene, find, form)
    _needs_find(context)
    if not values and not without:
        raise wrong(context, "values", "nothing is changed", "add `--set` or `--without`; or `--find` an ending")
    try:
        found = scene.whatif(DEFAULT_SEED if seed is None else seed, _values(context, scene, values or []), without or ())
    except VaryError as error:
        raise unfit(context, "values", str(error), error.fix) from None
    except WithoutError as error:
        raise unfit(context, "without", str(error), error.fix) from None
    print(json.dumps(found.record(), ensure_ascii=False, indent=2) if form == "json" else found.told(), end="\n" if form == "json" else "")
    return exits.FINE


def _needs_find(context: typer.Context) -> None:
    """Flags that would have no effect are faults."""
    for name in WITH_FIND:
        if context.params.get(name):
            raise wrong(context, name, "goes only with `--find`", "add `--find`, as in `--find ending=spared`")


def _values(context: typer.Context, scene: Scene, texts: list[str]) -> dict[str, float]:
    """`KYLO.loves.HUX=0.9`, read: one value each."""
    from falter.explore.varying import varied

    found = {}
    for text in texts:
        one = varied(text, scene.model)
        if len(one.values) != 1:
            raise wrong(context, "values", f"takes one value; got `{text}`", "to try several, `falter explore --vary`")
        found[one.name] = one.values[0]
    return found
