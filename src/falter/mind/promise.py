"""How much a promise binds that something may still release one from: the more, the nearer the time it falls due. Ours.

The form is that of urgency (Cisek et al. 2009): e^{−left/τ} before its time, all of it from then on.
"""

from __future__ import annotations

from falter.numeric.arithmetic import exp
from falter.numeric.mode import step_code


@step_code
def growing(left: float, tau: float) -> float:
    """Share of its weight a promise has `left` s before it falls due, in (0, 1].

    >>> growing(0.0, 5.0), growing(-5.0, 5.0)
    (1.0, 1.0)
    >>> round(growing(5.0, 5.0), 3)
    0.368
    """
    if left <= 0.0:
        return 1.0
    return exp(-left / tau)
