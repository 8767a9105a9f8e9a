"""What comes after an act that cannot be undone: emptiness, remorse, urges (docs/mind/aftermath.md).

What drove somebody falls away with its object, and the fall is felt as emptiness (Klinger 1975: disengagement from an incentive). Remorse
grows with the tie that was broken and with how close the decision was: a near rejected alternative weighs after the choice (Festinger 1957;
Brehm 1956, for free choices). Sizes are ours.
"""

from __future__ import annotations

from falter.numeric.arithmetic import clamp
from falter.numeric.mode import step_code


@step_code
def emptied(lost: float, drive: float, scale: float) -> float:
    """How empty it leaves one when motives of this much pull, of all one's drive, lose their object: in [0, 1].

    >>> emptied(1.5, 3.0, 1.0), emptied(0.0, 0.0, 1.0)
    (0.5, 0.0)
    """
    return clamp(scale * lost / drive, 0.0, 1.0) if drive > 0.0 else 0.0


@step_code
def close_remorse(ill: float, bond: float, conflict: float, scale: float) -> float:
    """Remorse on top of what the deed alone brings: by the ill done, the tie it broke and the conflict it was done in, each in [0, 1].

    >>> close_remorse(1.0, 0.7, 0.0, 0.6), close_remorse(1.0, 0.5, 0.5, 0.6)
    (0.0, 0.15)
    """
    return clamp(scale * ill * bond * conflict, 0.0, 1.0)


@step_code
def will_to_live(weight: float, hollow: float, share: float) -> float:
    """What wanting to live weighs in one who is empty: `w (1 − share · hollow)`."""
    return weight * (1.0 - share * hollow)
