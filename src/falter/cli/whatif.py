"""`falter whatif`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from falter.cli.options import one_of, seed_number, unfit, wrong

if TYPE_CHECKING:
    from falter.api.scene import Scene

FORMS = ("text", "json")
SEED = Annotated[int | None, typer.Option("--seed", parser=seed_number, metavar="NUMBER", help="Which luck; 1 if not said.")]
SET = Annotated[list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="Another number, as in KYLO.loves.HUX=0.9.")]
WITHOUT = Annotated[list[str] | None, typer.Option("--without", metavar="LINE", help="Leave out the line that begins so.")]
FORM = Annotated[str, typer.Option("--as", parser=one_of(*FORMS), metavar="|".join(FORMS), help="How to print it.")]


def whatif(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The scene.")],
    seed: SEED = None,
    values: SET = None,
    without: WITHOUT = None,
    form: FORM = "text",
) -> None:
    """Perform a scene as it is and with something changed, under the same luck."""
    from falter.api.scene import load
    from falter.explore.varying import VaryError
    from falter.pipeline import DEFAULT_SEED
    from falter.scene.without import WithoutError

    scene = load(file)
    if not values and not without:
        raise wrong(context, "values", "nothing is changed", "add `--set` or `--without`")
    try:
        found = scene.whatif(DEFAULT_SEED if seed is None else seed, _values(context, scene, values or []), without or ())
    except VaryError as error:
        raise unfit(context, "values", str(error), error.fix) from None
    except WithoutError as error:
        raise unfit(context, "without", str(error), error.fix) from None
    print(json.dumps(found.record(), ensure_ascii=False, indent=2) if form == "json" else found.told(), end="\n" if form == "json" else "")


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
