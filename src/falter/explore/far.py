"""What another machine carries out: a task from its bytes, if it is sure to give the same bits. Knows nothing of clusters."""

from __future__ import annotations

import pickle
import socket
import zlib
from dataclasses import dataclass, fields
from functools import lru_cache

from falter.explore.records import Beats, Counts, Numbers, Runs
from falter.explore.tasks import Pace, Stop, Task, perform_task
from falter.numeric.arithmetic import arithmetic_fingerprint
from falter.performance.perform import Intervention
from falter.performance.tracefile import layout_digest
from falter.tables.rows import Packed, floats_of, ints_of, words_of
from falter.tables.tables import Tables
from falter.version import __version__

Gave = tuple[Runs, Beats, Counts, Numbers]
"""What a task gave, without the task."""


@dataclass(frozen=True)
class Errand:
    """A task as it is sent: sealed tables, its numbers, and the marks of the machine that sends it."""

    tables: bytes
    seed: int
    first: int
    count: int
    interventions: tuple[Intervention, ...]
    marks: dict[str, str]


class OtherMachineError(RuntimeError):
    """A machine that would not give the same bits; `differs` names the first mark that is another."""

    def __init__(self, machine: str, differs: str) -> None:
        super().__init__(machine, differs)
        self.machine, self.differs = machine, differs


def marks() -> dict[str, str]:
    """What must be alike on two machines, so that a run has the same bits on both."""
    return {"version": __version__, "layout": layout_digest(), "arithmetic": arithmetic_fingerprint()}


def performed(errand: Errand) -> Gave:
    """Carry out a task. Raises OtherMachineError."""
    mine = marks()
    for name, value in errand.marks.items():
        if mine.get(name) != value:
            raise OtherMachineError(socket.gethostname(), name)
    task = Task(opened(errand.tables), errand.seed, errand.first, errand.count, errand.interventions)
    done = perform_task(task, Pace(), Stop(), lambda _count: None)
    return done.runs, done.beats, done.counts, done.tilting


def sealed(tables: Tables) -> bytes:
    """Tables as bytes, for `opened` alone."""
    parts = {field.name: getattr(tables, field.name) for field in fields(tables) if field.name != "packed"}
    blocks = [bytes(block) for block in tables.packed[:5]]
    return zlib.compress(pickle.dumps((parts, blocks, tables.packed[5:]), protocol=5), 1)


@lru_cache(maxsize=4)
def opened(content: bytes) -> Tables:
    """The inverse of `sealed`."""
    parts, (ti, tf, tu, si, sf), traced = pickle.loads(zlib.decompress(content))
    return Tables(packed=Packed(ints_of(ti), floats_of(tf), words_of(tu), ints_of(si), floats_of(sf), *traced), **parts)
