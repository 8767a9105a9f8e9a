"""What a compiled performance costs: ns a person-step, performances a second, seconds to compile and to load.

Run with `python benchmarks/kernel.py`. Costs are also given as multiples of a reference measured in the same run: one normal
draw of a compiled loop, so that a busy or a slow machine shows in both. Person-steps count people who are in the scene at the
start, not those away. The least of several repetitions. Compiling and loading are measured in new processes, with a cache
folder of their own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy

from falter.numeric.cache import compiled
from falter.numeric.draws import normal, now_word
from falter.numeric.mode import Floats, Words, step_code, u64
from falter.performance.batch import perform_batch
from falter.scene import read
from falter.tables.compile import compile_scene
from falter.tables.tables import Tables

SCENES = Path(__file__).parents[1] / "scenes"
NAMES = ("the-generals-office", "the-huntsman")
RUNS = 200
REPEATS = 3
DRAWS = 2_000_000
LOAD = """import time
from falter.performance.perform import compiled_advance
start = time.perf_counter()
compiled_advance()
print(time.perf_counter() - start)"""


@step_code
def draw_normals(addresses: Words, out: Floats) -> None:
    """As many normals as there are cells."""
    now = now_word(1, 2, 3, 0)
    for i in range(len(out)):
        out[i] = normal(now, u64(addresses[0] + u64(i)))


def least(action: Callable[[], object], repeats: int = REPEATS) -> float:
    """Seconds of the fastest of some calls."""
    found = []
    for _ in range(repeats):
        start = time.perf_counter()
        action()
        found.append(time.perf_counter() - start)
    return min(found)


def one_draw() -> float:
    """ns of a normal in a compiled loop."""
    loop = compiled(draw_normals, "void(uint64[::1], float64[::1])")
    out, address = numpy.zeros(DRAWS), numpy.array([12345], numpy.uint64)
    return least(lambda: loop(address, out)) / DRAWS * 1e9


def tables(name: str) -> Tables:
    """A scene's tables."""
    reading = read((SCENES / f"{name}.falter").read_bytes(), name)
    if reading.scene is None:
        raise SystemExit(f"{name} cannot be read")
    return compile_scene(reading.scene, reading.places)


def measure(name: str, draw: float) -> None:
    """Print what the scene costs."""
    made = tables(name)
    people = sum(not person.away for person in made.scene.people)
    batch = perform_batch(made, 7, 0, RUNS)
    seconds = least(lambda: perform_batch(made, 7, 0, RUNS))
    step = seconds / float(batch.steps.sum()) / people * 1e9
    median = int(numpy.median(batch.steps))
    print(
        f"{name:22} {step:8.0f} ns a person-step, {step / draw:6.1f} normal draws; "
        f"{RUNS / seconds:6.1f} performances/s, median {median} steps: {1e9 / (step * people * median):6.1f} performances/s at that length"
    )


def in_a_new_process(folder: str) -> float:
    """Seconds until the compiled runs are at hand."""
    environment = {**os.environ, "FALTER_CACHE": folder}
    done = subprocess.run([sys.executable, "-c", LOAD], env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    """Print all of it."""
    draw = one_draw()
    print(f"one normal draw in a loop: {draw:.1f} ns")
    for name in NAMES:
        measure(name, draw)
    with tempfile.TemporaryDirectory() as folder:
        first = in_a_new_process(folder)
        cached = min(in_a_new_process(folder) for _ in range(2))
    print(f"first compile {first:.1f} s, from the cache {cached:.2f} s ({first / cached:.0f} to 1); both with numba's import")


if __name__ == "__main__":
    main()
