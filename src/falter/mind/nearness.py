"""How near the one who gave an order stands, and how near the one it falls on (docs/mind/nearness.md).

Milgram (1974): fewer obey once the authority has left the room (.21 against .65), and fewer the nearer the one who is hurt (.65, .63,
.40, .30 from another room to a hand on his hand). Form and sizes are ours.
"""

from __future__ import annotations

from falter.numeric.arithmetic import clamp
from falter.numeric.mode import step_code


@step_code
def pressed(weight: float, near: float, share: float) -> float:
    """Weight of an order, or of a norm, with the one who gave it (whom it spares) near: `w (1 + share · near)`, in [0, 1].

    near in [0, 1]: 1 at arm's length of him, 0 where he is away.

    >>> pressed(0.5, 0.0, 0.5), pressed(0.5, 1.0, 0.5), pressed(0.9, 1.0, 0.5)
    (0.5, 0.75, 1.0)
    """
    return clamp(weight * (1.0 + share * near), 0.0, 1.0)
