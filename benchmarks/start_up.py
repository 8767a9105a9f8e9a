"""How long a person waits for a command: `falter run`, `check` and `--help`, as multiples of importing two libraries.

Each round times the yardstick, `python -c "import numpy, pydantic"`, and then each command, one after the other, so
that a busy machine slows both alike; what is printed is the median of the rounds' ratios, with the quartiles. `run`
may cost at most five times the yardstick; above that the exit code is 1.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

MOST = 5.0
"""How many times the yardstick `falter run` may take."""
ROUNDS = 9
SCENE = str(Path(__file__).parents[1] / "scenes" / "the-generals-office.falter")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules are timed as an installed package has them: with their bytecode kept, like the yardstick's."""
YARDSTICK = ("-c", "import numpy, pydantic")
COMMANDS = {
    "run": ("-m", "falter", "run", SCENE, "--seed", "7"),
    "check": ("-m", "falter", "check", SCENE),
    "--help": ("-m", "falter", "--help"),
}


class Ratio(NamedTuple):
    """A command's time as a multiple of the yardstick's: the median over the rounds, and the quartiles."""

    median: float
    low: float
    high: float


def ratio(pairs: Sequence[tuple[float, float]]) -> Ratio:
    """The ratio of pairs (time of the command, time of the yardstick in the same round), in s; at least two.

    >>> ratio([(2.0, 1.0), (3.0, 1.0), (8.0, 2.0)])
    Ratio(median=3.0, low=2.0, high=4.0)
    """
    ratios = [command / yardstick for command, yardstick in pairs]
    low, median, high = statistics.quantiles(ratios, n=4)
    return Ratio(median, low, high)


def timed(arguments: Sequence[str]) -> float:
    """s that a fresh Python takes for these arguments. Raises CalledProcessError if it fails."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    return time.perf_counter() - began


def measured(rounds: int) -> tuple[float, dict[str, Ratio]]:
    """The yardstick's median time in s, and each command's ratio."""
    for arguments in (YARDSTICK, *COMMANDS.values()):
        timed(arguments)  # once unmeasured: the first time the files come from the disk
    pairs: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
    yardsticks = []
    for _ in range(rounds):
        yardstick = timed(YARDSTICK)
        yardsticks.append(yardstick)
        for name, arguments in COMMANDS.items():
            pairs[name].append((timed(arguments), yardstick))
    return statistics.median(yardsticks), {name: ratio(found) for name, found in pairs.items()}


def main(rounds: int = ROUNDS) -> int:
    """Print the table; 1 if a performance takes too long to start."""
    yardstick, found = measured(rounds)
    print(f"import numpy, pydantic: {yardstick * 1000:.0f} ms (median of {rounds})")
    for name, (median, low, high) in found.items():
        print(f"falter {name:<7} {median:5.2f} times ({low:.2f} to {high:.2f}), about {median * yardstick * 1000:.0f} ms")
    if found["run"].median > MOST:
        print(f"falter run takes more than {MOST} times as long as the imports")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:])))
