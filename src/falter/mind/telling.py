"""What a word is worth: how far someone is believed, what a lie gives away, how odds move by what is said (docs/mind/facts.md)."""

from __future__ import annotations

from falter.numeric.arithmetic import clamp, exp, log
from falter.numeric.mode import step_code

LEAST = 0.001
"""Odds stay in [.001, .999]: nobody is beyond learning that it is otherwise."""


@step_code
def taken_at_word(credit: float, trust: float, hate: float) -> float:
    """How likely one takes it that another says what he holds, in [.5, .98]: `½ + (c − ½)(1 − hate)`, `c = credit + (.98 − credit)·trust`.

    People take others to be truthful until something speaks against it (Levine 2014); trust adds to that, hatred takes it
    away, and nobody's word counts for its opposite. Sizes are our assumption.

    >>> round(taken_at_word(0.75, 0.0, 0.0), 2), round(taken_at_word(0.75, 1.0, 0.0), 2), taken_at_word(0.75, 0.4, 1.0)
    (0.75, 0.98, 0.5)
    """
    c = credit + (0.98 - credit) * trust
    return clamp(0.5 + (c - 0.5) * (1.0 - hate), 0.5, 0.98)


@step_code
def given_away(cue: float, leak: float) -> float:
    """Log of how much likelier a manner is in a lie than in the truth: `d x − d²/2`, x normal about d in a lie, about 0 in the truth.

    Signal detection (Green & Swets 1966). A reader without bias is right with chance
    `Φ(d/2)`: with d = .2 in 54 of 100 (Bond & DePaulo 2006).

    >>> given_away(0.1, 0.2), given_away(0.0, 0.0)
    (0.0, 0.0)
    """
    return leak * cue - 0.5 * leak * leak


@step_code
def weight_of_word(honest: float, betrayed: float, hearsay: float) -> float:
    """What hearing something said adds to the log of its odds: `hearsay·(log(h/(1 − h)) − betrayed)`. Bayes' rule, for a speaker who says
    what he holds with chance h, else the opposite.

    >>> weight_of_word(0.5, 0.0, 1.0), round(weight_of_word(0.75, 0.0, 1.0), 3)
    (0.0, 1.099)
    """
    return hearsay * (log(honest / (1.0 - honest)) - betrayed)


@step_code
def moved(odds: float, weight: float) -> float:
    """Odds in [0, 1] after evidence of this weight, a log of odds.

    >>> round(moved(0.5, 1.0986123), 3), moved(0.5, 0.0)
    (0.75, 0.5)
    """
    o = clamp(odds, LEAST, 1.0 - LEAST)
    return clamp(1.0 / (1.0 + (1.0 - o) / o * exp(-weight)), LEAST, 1.0 - LEAST)
