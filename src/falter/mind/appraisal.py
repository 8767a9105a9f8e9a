"""What an act of someone's makes one feel: the main situations of Ortony, Clore & Collins (1988).

An act is good or bad for the one it is about (`good`, in [-1, 1]) and better or worse than the common norm (`worthy`, in
[-1, 1]). How that feels depends on whether one is the doer, the one it is about, or neither, and on the ties. Each
function gives an intensity in [0, 1]; 0 for the wrong sign.
"""

from __future__ import annotations

from falter.numeric.arithmetic import clamp
from falter.numeric.mode import step_code


@step_code
def well_being(good: float, scale: float) -> float:
    """Joy at a good, or distress at an ill, that befalls oneself; the caller picks by sign."""
    return clamp(abs(good) * scale, 0.0, 1.0)


@step_code
def fortune_of_other(good: float, tie: float, scale: float) -> float:
    """Happy-for and pity (tie > 0), resentment and gloating (tie < 0): by what befell the other and by the tie."""
    return clamp(abs(good) * abs(tie) * scale, 0.0, 1.0)


@step_code
def attribution(worthy: float, scale: float) -> float:
    """Pride, shame, admiration, reproach: by how the act stands to the norm, whoever it served."""
    return clamp(abs(worthy) * scale, 0.0, 1.0)


@step_code
def compound(good: float, worthy: float, scale: float) -> float:
    """Gratitude, anger, gratification, remorse: a deed that was both ill (good) for someone and unworthy (worthy)."""
    if good * worthy <= 0.0:
        return 0.0
    return clamp(0.5 * (abs(good) + abs(worthy)) * scale, 0.0, 1.0)


@step_code
def hurt(good: float, loves: float, scale: float) -> float:
    """Hurt: an ill from one who matters (Leary et al. 1998), by how much he does."""
    return clamp(-good * loves * scale, 0.0, 1.0)


@step_code
def threat(odds: float, weight: float, reach: float) -> float:
    """Fear of what someone may mean to do: the odds, what it would cost, and how near he is (`reach` in [0, 1])."""
    return clamp(odds * weight * reach, 0.0, 1.0)
