"""`falter test`."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Annotated

import typer

from falter.api.forms import FEW
from falter.cli.explore import JOBS, SEED, progress
from falter.cli.options import one_of, whole_number
from falter.diagnostics import exits

if TYPE_CHECKING:
    from falter.api.scene import Scene
    from falter.explore.expecting import Held

FORMS = ("table", "json")
OFTEN = f"How many performances; {FEW} if not said."
MORE = "As many as this where so many cannot tell; eight times as many if not said."
STRICT = Annotated[bool, typer.Option("--strict", help="Where so many cannot tell, that is a failure too.")]


def test(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Scenes with `expect` lines.")],
    runs: Annotated[int | None, typer.Option("--runs", "-n", parser=whole_number(1), metavar="NUMBER", help=OFTEN)] = None,
    most: Annotated[int | None, typer.Option("--most", parser=whole_number(1), metavar="NUMBER", help=MORE)] = None,
    seed: SEED = None,
    jobs: JOBS = None,
    strict: STRICT = False,
    form: Annotated[str, typer.Option("--as", parser=one_of(*FORMS), metavar="|".join(FORMS), help="How to print it.")] = "table",
) -> int:
    """Hold scenes to their `expect` lines."""
    from falter.api.test import as_table, record, summed
    from falter.cli.report import file_fault, gravest, tell
    from falter.pipeline import DEFAULT_SEED, SceneError

    seed, codes = DEFAULT_SEED if seed is None else seed, []
    all_found, records = [], []
    for file in files:
        try:
            scene, found = _tested(file, runs or FEW, most, seed, jobs or os.cpu_count() or 1)
        except (OSError, SceneError) as error:
            codes.append(tell(file_fault(error) if isinstance(error, OSError) else error.faults))
            continue
        all_found += found
        records.append(record(scene, found, seed))
        if form == "table" and found:
            print(as_table(scene, found))
    print(json.dumps({"scenes": records}, ensure_ascii=False, indent=2) if form == "json" else summed(all_found))
    failed = any(one.verdict == "fail" or (strict and one.verdict == "cannot tell") for one in all_found)
    return gravest(codes) or (exits.FAILED if failed else exits.FINE)


def _tested(file: str, runs: int, most: int | None, seed: int, jobs: int) -> tuple[Scene, list[Held]]:
    """One file, held to what it expects; that it expects nothing is said."""
    from falter.api.scene import load
    from falter.api.test import held_to
    from falter.cli.report import tell
    from falter.diagnostics.fault import Faults
    from falter.explore.expecting import TIMES

    scene = load(file)
    if not scene.model.expectations:
        faults = Faults(scene.source)
        faults.add("FAL3541", None)
        tell(faults)
        return scene, []
    most = max(runs, TIMES * runs if most is None else most)
    with progress(most) as told:
        return scene, held_to(scene, runs, most, seed, jobs, told)
