"""How ties move: with what is done to one, and with what one learns (docs/mind/ties.md).

Each is a share of the way to 1 or to 0: the linear operator of Bush & Mosteller (1955), so that a tie stays in [0, 1] and the first
betrayal costs the most. Trust is lost faster than it is won (Slovic 1993); an ill hurts by how much its doer matters (Leary et al. 1998),
and where he was trusted it is a betrayal (Couch, Jones & Moore 1999). Sizes are ours.
"""

from __future__ import annotations

from falter.model.constants import TIES_BY_DEEDS
from falter.numeric.arithmetic import clamp
from falter.numeric.mode import step_code

BY_GOOD = tuple(good for good, _, _ in TIES_BY_DEEDS.values())
BY_ILL = tuple(ill for _, ill, _ in TIES_BY_DEEDS.values())
BY_BETRAYAL = tuple(betrayal for _, _, betrayal in TIES_BY_DEEDS.values())
"""In the order of the tie words."""


@step_code
def moved(tie: float, push: float, rate: float) -> float:
    """A tie in [0, 1] after a push in [-1, 1]: `x + r·push·(1 − x)` up, `x + r·push·x` down.

    >>> moved(0.4, 1.0, 0.25), moved(0.4, -1.0, 0.25), moved(0.4, 1.0, 0.0)
    (0.55, 0.30000000000000004, 0.4)
    """
    share = rate * clamp(push, -1.0, 1.0)
    return clamp(tie + share * (1.0 - tie) if share > 0.0 else tie + share * tie, 0.0, 1.0)


@step_code
def push_of_deed(tie: int, good: float, care: float, mattered: float) -> float:
    """What a deed does to one tie towards its doer: `good` in [-1, 1] for whom it was done to, who is cared for by `care`; `mattered`
    is how much the doer was loved or trusted. `tie` counts the tie words.

    >>> push_of_deed(2, -0.5, 1.0, 0.8), push_of_deed(2, -0.5, 1.0, 0.0)  # hurt
    (0.4, 0.0)
    """
    if good > 0.0:
        return good * care * BY_GOOD[tie]
    return -good * care * (BY_ILL[tie] + BY_BETRAYAL[tie] * mattered)


@step_code
def kept_weight(at_start: float, start: float, now: float) -> float:
    """The weight of a motive that a tie feeds: as the scene gives it, and what the tie has gained or lost since."""
    return clamp(at_start + (now - start), 0.0, 1.0)
