"""How the general's office ends, for some lengths of refresh and of step: what decisions/deliberation.md rests on.

Run with `python benchmarks/refresh_and_step.py [RUNS]`; 300 by default, 1,500 for the numbers of that page. Prints the share of
each ending with its standard error, √(p(1 − p)/RUNS). All rows have one seed; another `dt` draws at other times all the same.
"""

from __future__ import annotations

import sys
from math import sqrt
from pathlib import Path

from falter.performance.batch import perform_batch
from falter.pipeline import check_scene, compile_scene, override, read_scene
from falter.tables.tables import Tables

SCENE = Path(__file__).parents[1] / "scenes" / "the-generals-office.falter"
RUNS = 300
SEED = 7
TRIED = ({}, {"refresh": 0.1}, {"refresh": 0.5}, {"refresh": 1.0}, {"dt": 0.05}, {"dt": 0.2})
"""What is set; the first row is the scene as it stands."""


def tables(constants: dict[str, float]) -> Tables:
    """The office with these constants."""
    reading = read_scene(SCENE.read_bytes(), SCENE.name)
    if reading.scene is not None:
        reading = reading._replace(scene=override(reading.scene, constants))
    return compile_scene(check_scene(reading), reading.places)


def shares(constants: dict[str, float], runs: int) -> dict[str, float]:
    """The share of each ending."""
    return perform_batch(tables(constants), SEED, 0, runs, keep=False, workers=2).shares()


def main(runs: int) -> None:
    """Print a row for each setting."""
    rows = [(", ".join(f"{name} {value:g} s" for name, value in constants.items()) or "as it stands", constants) for constants in TRIED]
    names: list[str] = []
    for label, constants in rows:
        found = shares(constants, runs)
        if not names:
            names = sorted(found)
            print(f"{SCENE.stem}, {runs} runs, seed {SEED}: share ± standard error")
            print(f"{'':14}" + "".join(f"{name:>16}" for name in names))
        cells = "".join(f"{found[name]:9.3f} ± {sqrt(found[name] * (1.0 - found[name]) / runs):.3f}" for name in names)
        print(f"{label:14}{cells}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
