"""Time to read a scene, a line: of a small file and of one sixteen times as long. A ratio near 1 is linear time.

Prints both and the ratio; processor time, the best of several runs each. Once with Python's
collector of cyclic garbage on and once off: its passes over all that is alive grow faster than the file, the reader's
own work does not.
"""

from __future__ import annotations

import gc
import time

from falter.scene import read

SMALL = 50
TIMES = 16
RUNS = 7

HEAD = 'falter 1\nscene A Crowd\nplace a square\n  mark well\nHUX "the general", he\n  at well\n'
ONE = (
    'P{at} "one of them", they\n'
    "  at well\n"
    '  loves HUX: strongly, hidden "since then"\n'
    '  thinks "Not yet." when attends cherish and not torn or if HUX gone\n'
    'P{at} may m{at} "nods and [looks] {{up|down}}" to HUX, takes 2 s, praises (cherish +.2), if near HUX and after m0\n'
    '  says "Well?" tone cold, if ignored  // said last\n'
)


def crowd(count: int) -> str:
    """A scene with this many people, each with a tie, a thought and a move."""
    return HEAD + "".join(ONE.format(at=at) for at in range(count))


def best(text: str) -> float:
    """Microseconds a line, at best."""
    lines = text.count("\n")
    found = []
    for _ in range(RUNS):
        gc.collect()
        start = time.process_time()
        reading = read(text, "crowd")
        found.append((time.process_time() - start) / lines * 1e6)
        if reading.faults.found:
            raise SystemExit(f"the scene of the benchmark has faults: {reading.faults.found[:3]}")
    return min(found)


def main() -> None:
    """Print the two times and their ratio, with the collector and without."""
    small, large = crowd(SMALL), crowd(SMALL * TIMES)
    sizes = f"{small.count(chr(10))} and {large.count(chr(10))} lines"
    for collector, switch in (("on", gc.enable), ("off", gc.disable)):
        switch()
        once, many = best(small), best(large)
        print(f"{sizes}, collector {collector}: {once:.1f} and {many:.1f} us a line; ratio {many / once:.2f}")
    gc.enable()


if __name__ == "__main__":
    main()
