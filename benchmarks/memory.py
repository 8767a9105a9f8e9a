"""How much memory `falter explore --out` takes at its peak, at 10,000, 50,000 and 200,000 performances. 1 if it grows, or is too much.

Run with `python benchmarks/memory.py [SCENE]`. Each is a new process, and what is read is the most it ever held (`ru_maxrss`). The
reference is the peak at 10,000, measured beside it: at 50,000 and at 200,000 it may be a tenth more, and nowhere more than 1.5 GB.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

SCENES = Path(__file__).parents[1] / "scenes"
RUNS = (10_000, 50_000, 200_000)
MOST_GROWN = 1.1
MOST = 1.5e9
JOBS = 2


def peak(scene: Path, runs: int) -> float:
    """Bytes held at the most by an exploration that is kept in a file."""
    with tempfile.TemporaryDirectory() as folder:
        words = [
            sys.executable,
            "-m",
            "falter",
            "explore",
            str(scene),
            "-n",
            str(runs),
            "--jobs",
            str(JOBS),
            "--out",
            f"{folder}/runs.parquet",
        ]
        quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
        _, status, used = os.wait4(os.posix_spawn(sys.executable, words, os.environ, file_actions=quiet), 0)
    if status:
        raise RuntimeError(f"{words} ended with {status}")
    return used.ru_maxrss * (1.0 if sys.platform == "darwin" else 1024.0)


def main(name: str) -> int:
    """Measure, print, and judge."""
    found: list[float] = []
    for runs in RUNS:
        began = time.perf_counter()
        found.append(peak(SCENES / f"{name}.falter", runs))
        grown, took = found[-1] / found[0], time.perf_counter() - began
        print(f"{name}: {runs:>7} runs, {found[-1] / 1e6:.0f} MB at the peak, {grown:.3f} times; {took:.0f} s", flush=True)
    return 0 if max(found) <= MOST_GROWN * found[0] and max(found) < MOST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "the-generals-office"))
