"""The same tasks on the machines of a Dask cluster. A run has the same bits wherever it is performed, or it is not performed there.

What goes out is a scene's tables and numbers; what comes back is columns. `distributed` is imported when a cluster is asked for.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import monotonic, sleep
from typing import Any, Final
from uuid import uuid4

from falter.diagnostics.fault import Faults
from falter.diagnostics.source import Source
from falter.explore.extras import needed
from falter.explore.far import Errand, OtherMachineError, marks, performed, sealed
from falter.explore.tasks import Done, Task, Told

FAR_TASK: Final = 1024
"""Runs of a task that is sent: what a worker that dies loses, and what is waited for at the end; the 100 KB of a scene go with each."""
SCHEME: Final = "dask://"
PATIENCE: Final = 10.0
"""s that a scheduler, or the first worker, is waited for."""
LOOK: Final = 0.05
"""s between two looks at what has come back: an interrupt is answered within that."""
AHEAD: Final = 3
"""Tasks that are given out for each thread of the cluster."""
RETRIES: Final = 3
"""Times that a task is given to another worker when the one that had it is gone."""


class ClusterError(RuntimeError):
    """The cluster is not there, has gone, or is of machines that would not give the same bits; `faults` says which."""

    def __init__(self, code: str, address: str, **holes: Any) -> None:
        self.faults = Faults(Source(address, ""))
        self.faults.add(code, None, address=address, **holes)
        super().__init__(f"{address}: {', '.join(map(str, holes.values()))}")


@dataclass(frozen=True)
class Cluster:
    """A Dask cluster by the address of its scheduler, as in `dask://host:8786`."""

    address: str

    def perform(self, tasks: Sequence[Task], told: Told) -> Iterator[Done]:
        """The tasks as they are done, in no order. Raises ClusterError; interrupted, it lets go of what is under way there."""
        distributed = needed("distributed", "`--on`", "cluster")
        with _silent():
            client = self._client(distributed)
            try:
                yield from self._watched(distributed, client, list(tasks), told)
            finally:
                with suppress(Exception):
                    client.close(timeout=2.0)

    def _client(self, distributed: Any) -> Any:
        """A client of the scheduler, once there is a worker and none is of another kind."""
        place = f"tcp://{self.address.removeprefix(SCHEME)}"
        try:
            client = distributed.Client(place, timeout=PATIENCE, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise ClusterError("FAL5010", self.address, reason=_reason(error)) from None
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
            for worker, found in client.run(marks).items():
                self._must_match(worker, found)
        except (OSError, TimeoutError) as error:
            client.close(timeout=2.0)
            raise ClusterError("FAL5010", self.address, reason=_reason(error)) from None
        except ClusterError:
            client.close(timeout=2.0)
            raise
        return client

    def _watched(self, distributed: Any, client: Any, tasks: list[Task], told: Told) -> Iterator[Done]:
        """Give tasks out, some for each thread, and gather what comes back."""
        name, seals = uuid4().hex[:8], _Seals()
        left = tasks[::-1]
        out: dict[Any, Task] = {}
        last = monotonic()
        try:
            while left or out:
                threads = self._threads(client, last)
                while left and len(out) < AHEAD * max(1, threads):
                    task = left.pop()
                    out[client.submit(performed, seals.errand(task), key=f"falter-{name}-{len(left)}", pure=False, retries=RETRIES)] = task
                over = [future for future in out if future.done()]
                for future in over:
                    yield self._done(out.pop(future), future, told)
                if over or threads:
                    last = monotonic()
                if not over:
                    sleep(LOOK)
        finally:
            with suppress(Exception):
                client.cancel(list(out), force=True)

    def _threads(self, client: Any, last: float) -> int:
        """How many threads the cluster has now. Raises ClusterError where there has been none for too long."""
        threads = 0
        if client.status == "running":
            with suppress(OSError, TimeoutError, RuntimeError):
                threads = sum(client.nthreads().values())
        if not threads and (client.status == "closed" or monotonic() - last > PATIENCE):
            raise ClusterError("FAL5011", self.address, reason="no worker is left" if client.status == "running" else "it does not answer")
        return threads

    def _done(self, task: Task, future: Any, told: Told) -> Done:
        """What a task gave."""
        if future.status == "cancelled" or future.status == "lost":
            raise ClusterError("FAL5011", self.address, reason="it does not answer")
        try:
            runs, beats, counts, tilting = future.result()
        except OtherMachineError as error:
            raise self._other(error.machine, error.differs) from None
        except Exception as error:
            if type(error).__name__ not in ("KilledWorker", "CommClosedError", "TimeoutError"):
                raise
            raise ClusterError("FAL5011", self.address, reason=_reason(error)) from None
        told(task.count)
        return Done(task, runs, beats, counts, tilting)

    def _must_match(self, machine: str, found: dict[str, str]) -> None:
        differs = [name for name, value in marks().items() if found.get(name) != value]
        if differs:
            raise self._other(machine, differs[0])

    def _other(self, machine: str, differs: str) -> ClusterError:
        return ClusterError("FAL5012", self.address, machine=machine, differs=differs)


class _Seals:
    """Tables made ready for sending, those of one scene once."""

    def __init__(self) -> None:
        self.last: tuple[object, bytes] | None = None

    def errand(self, task: Task) -> Errand:
        if self.last is None or self.last[0] is not task.tables:
            self.last = (task.tables, sealed(task.tables))
        return Errand(self.last[1], task.seed, task.first, task.count, task.interventions, marks())


def _reason(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0].lower().rstrip(".")


@contextmanager
def _silent() -> Iterator[None]:
    """Dask's own log says in tracebacks what a fault says in a line."""
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client", "distributed.comm")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
