"""What a line between two places does to those who are on it: how near the other feels, and what a silence costs (docs/mind/links.md)."""

from __future__ import annotations

from falter.numeric.arithmetic import smaller
from falter.numeric.mode import step_code


@step_code
def felt_distance(distance: float, carried: float, line_near: float) -> float:
    """How far off the other is for what his presence keeps up, in m: as far as he is, or as near as his voice brings him.

    `line_near / carried`, carried in (0, 1]. That a line brings people nearer by as much of them as it carries is Short, Williams &
    Christie (1976, social presence); the form and the size are ours.

    >>> felt_distance(40.0, 0.0, 4.0), felt_distance(40.0, 1.0, 4.0), felt_distance(2.0, 1.0, 4.0)
    (40.0, 4.0, 2.0)
    """
    return smaller(distance, line_near / carried) if carried > 0.0 else distance
