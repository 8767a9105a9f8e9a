"""What numbers do: many eyes notice sooner, many voices carry farther (docs/mind/crowds.md). A group has one mind: that is all it has
of being many."""

from __future__ import annotations

from falter.numeric.arithmetic import sqrt
from falter.numeric.mode import step_code


@step_code
def heads(count: float, share: float) -> float:
    """How many of them count, of `count` people: the first, and of the others a share in [0, 1].

    Each one who looks has the same chance p in a moment, so that the group notices with `1 − (1 − p)^n`: a hazard n times as high
    (Pulliam 1973). The share is ours.

    >>> heads(6.0, 1.0), heads(6.0, 0.5), heads(1.0, 1.0), heads(6.0, 0.0)
    (6.0, 3.5, 1.0, 1.0)
    """
    return 1.0 + (count - 1.0) * share


@step_code
def carrying(earshot: float, voices: float) -> float:
    """How far so many voices at once are heard, in m: the power of independent sources adds up, and falls with the square of the distance.

    >>> carrying(20.0, 1.0), carrying(20.0, 4.0)
    (20.0, 40.0)
    """
    return earshot * sqrt(voices)
