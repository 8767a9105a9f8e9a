"""What a performance costs: a person-step, compiling, loading, one performance in either mode. 1 if any costs more than it may.

Run with `python benchmarks/kernel.py`. All times are processor time, and what a person-step costs is set against a reference
measured beside it, round by round: one normal draw of a compiled loop in which each draw waits for the last. A busy or a slow machine
shows in both. Person-steps count people who are in the scene at the start, not those away. Compiling and loading are measured in new
processes, with a cache folder of their own.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy

from falter.numeric.cache import compiled
from falter.numeric.draws import finalise, normal, now_word
from falter.numeric.mode import Floats, Words, step_code
from falter.performance.batch import perform_batch
from falter.scene import read
from falter.tables.compile import compile_scene
from falter.tables.tables import Tables

SCENES = Path(__file__).parents[1] / "scenes"
NAMES = ("the-generals-office", "the-huntsman")
RUNS = 30
ROUNDS = 9
DRAWS = 1_000_000
NOMINAL = 10.5
"""ns of the reference, at its fastest, on the machine on which the bound was set."""
MOST = 800.0
"""ns a person-step of the general's office may take where the reference takes its nominal time."""
MOST_COMPILING = 30.0
MOST_LOADING = 2.0
"""s of processor time."""
LOAD = """import time
start = time.process_time()
from falter.performance.perform import compiled_advance
compiled_advance()
print(time.process_time() - start)"""
ONE = """import sys, time
from falter.performance.perform import perform, ready_advance
from benchmarks.kernel import tables
made = tables("the-generals-office")
start = time.process_time()
perform(made, 7, plain=sys.argv[1] == "plain")
print(time.process_time() - start)"""


@step_code
def draw_normals(addresses: Words, out: Floats) -> None:
    """As many normals as there are cells, each by an address that hangs on the last."""
    now = now_word(1, 2, 3, 0)
    word = addresses[0]
    for i in range(len(out)):
        word = finalise(word)
        out[i] = normal(now, word)


def seconds_of(action: Callable[[], object]) -> float:
    """Processor time of a call."""
    start = time.process_time()
    action()
    return time.process_time() - start


def tables(name: str) -> Tables:
    """A scene's tables."""
    reading = read((SCENES / f"{name}.falter").read_bytes(), name)
    if reading.scene is None:
        raise SystemExit(f"{name} cannot be read")
    return compile_scene(reading.scene, reading.places)


def measure(name: str) -> float:
    """Print what a scene's person-step costs; returns it in ns where the reference takes its nominal time, the median of the rounds."""
    made, loop = tables(name), compiled(draw_normals, "void(uint64[::1], float64[::1])")
    out, address = numpy.zeros(DRAWS), numpy.array([12345], numpy.uint64)
    people = sum(not person.away for person in made.scene.people)
    steps = int(perform_batch(made, 7, 0, RUNS).steps.sum())
    rounds = []
    for _ in range(ROUNDS):
        draw = seconds_of(lambda: loop(address, out)) / DRAWS * 1e9
        rounds.append((seconds_of(lambda: perform_batch(made, 7, 0, RUNS)) / steps / people * 1e9, draw))
    each_round = [step / draw * NOMINAL for step, draw in rounds]
    nominal = statistics.median(each_round)
    step, draw = min(rounds)
    each = steps / RUNS * people
    print(f"{name:22} {step:5.0f} ns a person-step (reference {draw:.1f} ns), {1e9 / step / each:.0f} performances/s")
    print(f"{'':22} {nominal:5.0f} ns by the reference ({min(each_round):.0f} to {max(each_round):.0f} in {ROUNDS} rounds)")
    return nominal


def in_a_new_process(folder: str, code: str, *arguments: str) -> float:
    """The seconds that this prints."""
    environment = {**os.environ, "FALTER_CACHE": folder, "PYTHONPATH": os.pathsep.join([*sys.path[1:], str(SCENES.parent)])}
    done = subprocess.run([sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> int:
    """Print all of it; 1 if something costs more than it may."""
    office, *_ = (measure(name) for name in NAMES)
    with tempfile.TemporaryDirectory() as folder:
        first = in_a_new_process(folder, LOAD)
        cached = min(in_a_new_process(folder, LOAD) for _ in range(3))
        plain = min(in_a_new_process(folder, ONE, "plain") for _ in range(3))
        ready = min(in_a_new_process(folder, ONE, "ready") for _ in range(3))
    print(f"first compile {first:.1f} s, from the cache {cached:.2f} s, imports included")
    print(f"one performance of the office: {plain:.2f} s in plain mode, {ready:.2f} s where compiled code is kept, loading included")
    bad = [
        f"a person-step of the office takes {office:.0f} ns by the reference, and may {MOST:.0f}" if office > MOST else "",
        f"compiling takes {first:.1f} s, and may {MOST_COMPILING:.0f}" if first > MOST_COMPILING else "",
        f"compiled code is loaded in {cached:.2f} s, and may take {MOST_LOADING:.0f}" if cached > MOST_LOADING else "",
        f"one performance takes {ready:.2f} s where compiled code is kept, no less than plain mode" if ready > plain else "",
    ]
    for fault in filter(None, bad):
        print(fault)
    return 1 if any(bad) else 0


if __name__ == "__main__":
    sys.exit(main())
