"""How much of an act is the author's: what a lean has left of itself by the time the act is done. Ours.

A lean is a starting preference, as a share of the threshold; like every preference it leaks (Usher & McClelland 2001, form). The share is
that of a threshold which stays as it was when the act opened.
"""

from __future__ import annotations

from falter.numeric.arithmetic import exp
from falter.numeric.mode import step_code


@step_code
def left_of_lean(lean: float, leak: float, seconds: float) -> float:
    """The share of the threshold that a lean still gives after so many s, in [0, 1).

    >>> left_of_lean(0.4, 0.0, 30.0)
    0.4
    >>> round(left_of_lean(0.4, 0.05, 20.0), 3)
    0.147
    """
    return lean * exp(-leak * seconds)
