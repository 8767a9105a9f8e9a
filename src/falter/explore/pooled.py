"""Work done by several threads and handed back in its order, so much of it begun as is needed to keep them busy."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def in_order(do: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]:
    """What `do` gives for each item, in the items' order; whatever it raises is raised, and what was not begun never is.

    >>> list(in_order(abs, (-1, 2, -3), jobs=2))
    [1, 2, 3]
    """
    waiting: deque[Future[R]] = deque()
    with ThreadPoolExecutor(jobs) as pool:
        try:
            for item in items:
                waiting.append(pool.submit(do, item))
                if len(waiting) > 2 * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for one in waiting:
                one.cancel()
