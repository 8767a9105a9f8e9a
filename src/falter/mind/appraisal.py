"""The emotions of Ortony, Clore & Collins (1988), all 22, as intensities in [0, 1] (docs/mind/appraisal.md).

Something that may come about is desirable or not (`d`, in [-1, 1]: congruence with a goal times the goal's weight) and has a
likelihood before and after an event. How good the news is, `s = d·(after − before)`, the tie to whose goal it is, who did it, and
how that stands to norms give all of them. Each function gives an intensity; 0 where the emotion has no occasion.
The form of the news is that of GAMYGDALA (Popescu et al. 2014); sizes of compounds ours.
"""

from __future__ import annotations

from falter.numeric.arithmetic import clamp
from falter.numeric.mode import step_code

NOBODY = 0
SELF = 1
OTHER = 2
"""Who did it."""


@step_code
def news(d: float, before: float, after: float) -> float:
    """How good the news is, in [-1, 1]: `d · (after − before)`, with likelihoods in [0, 1].

    >>> news(-0.5, 0.5, 0.75), news(-0.5, 0.75, 0.0)
    (-0.125, 0.375)
    """
    return clamp(d * (after - before), -1.0, 1.0)


@step_code
def settled(after: float) -> bool:
    """Is it certain now, one way or the other?"""
    return after >= 1.0 or after <= 0.0


@step_code
def well_being(s: float, after: float) -> float:
    """Joy (good news) or distress (ill): at what is certain; the caller picks by the sign of s."""
    return abs(s) if settled(after) else 0.0


@step_code
def prospect(s: float, after: float) -> float:
    """Hope (good news) or fear (ill): at what is not certain yet."""
    return 0.0 if settled(after) else abs(s)


@step_code
def confirmation(s: float, after: float, awaited: float) -> float:
    """Satisfaction, fears-confirmed, relief or disappointment: at what is certain, as far as it was awaited (in [0, 1]).

    Came about (after = 1): satisfaction or fears-confirmed. Did not (after = 0): relief at an ill, disappointment at a good.
    """
    return abs(s) * awaited if settled(after) else 0.0


@step_code
def fortune_of_other(s: float, tie: float, after: float) -> float:
    """Happy-for and pity (tie > 0), resentment and gloating (tie < 0): at what is likelier than not to be another's lot.

    `after` is how likely what the news speaks for has become.
    """
    return clamp(abs(s) * abs(tie), 0.0, 1.0) if after > 0.5 else 0.0


@step_code
def attribution(norm: float) -> float:
    """Pride, shame (oneself), admiration, reproach (another): by how a deed stands to norms, in [-1, 1], whoever it served."""
    return clamp(abs(norm), 0.0, 1.0)


@step_code
def compound(s: float, norm: float) -> float:
    """Gratification, remorse (oneself), gratitude, anger (another): good news by a worthy deed, or ill by an unworthy; half of each."""
    if s * norm <= 0.0:
        return 0.0
    return clamp(0.5 * (abs(s) + abs(norm)), 0.0, 1.0)


@step_code
def mattering(tie: float) -> float:
    """How much it matters to whom one did it, in [0, 1]: a fifth for a stranger or an enemy, all of it for one who is loved. Ours."""
    return 0.2 + 0.8 * tie if tie > 0.0 else 0.2


@step_code
def appeal(attraction: float) -> float:
    """Love or hate: by how someone or something draws or repels, in [-1, 1]."""
    return clamp(abs(attraction), 0.0, 1.0)


@step_code
def hurt(s: float, loves: float) -> float:
    """Hurt: an ill from one who matters (Leary et al. 1998), by how much he does."""
    return clamp(-s * loves, 0.0, 1.0)


@step_code
def threat(odds: float, weight: float, reach: float) -> float:
    """Fear of what someone may mean to do: the odds, what it would cost, and how near he is (`reach` in [0, 1])."""
    return clamp(odds * weight * reach, 0.0, 1.0)


@step_code
def appraised(
    d: float, before: float, after: float, awaited: float, own: bool, tie: float, agent: int, norm: float, attraction: float
) -> tuple[
    float, float, float, float, float, float, float, float, float, float, float,
    float, float, float, float, float, float, float, float, float, float, float,
]:  # fmt: skip
    """All 22 at once, in the order of `model.words.EMOTIONS`.

    d, tie, norm, attraction in [-1, 1]; before, after, awaited in [0, 1]; `own`: is it the appraiser's own goal; agent: nobody, self or
    other. A compound takes up the praise or blame it is made of, where the goal is one's own.

    >>> feelings = appraised(-0.9, 0.5, 0.8, 0.0, True, 0.0, NOBODY, 0.0, 0.0)
    >>> round(feelings[3], 3), sum(1 for feeling in feelings if feeling > 0.0)
    (0.27, 1)
    """
    s = news(d, before, after)
    own_s = s if own else 0.0
    joy, distress, hope, fear = by_sign(own_s, after)
    satisfied, confirmed, relief, disappointed = come_about(d if own else 0.0, own_s, after, awaited)
    speaks_for = after if after > before else 1.0 - after
    others = 0.0 if own else fortune_of_other(s, tie, speaks_for)
    happy_for = others if s > 0.0 and tie > 0.0 else 0.0
    pity = others if s < 0.0 and tie > 0.0 else 0.0
    resentment = others if s > 0.0 and tie < 0.0 else 0.0
    gloating = others if s < 0.0 and tie < 0.0 else 0.0
    brought = compound(s, norm) * (1.0 if own else mattering(tie))
    praise = attribution(norm) if not own or brought <= 0.0 else 0.0
    pride = praise if agent == SELF and norm > 0.0 else 0.0
    shame = praise if agent == SELF and norm < 0.0 else 0.0
    admiration = praise if agent == OTHER and norm > 0.0 else 0.0
    reproach = praise if agent == OTHER and norm < 0.0 else 0.0
    gratification = brought if agent == SELF and norm > 0.0 else 0.0
    remorse = brought if agent == SELF and norm < 0.0 else 0.0
    gratitude = brought if own and agent == OTHER and norm > 0.0 else 0.0
    anger = brought if own and agent == OTHER and norm < 0.0 else 0.0
    love = appeal(attraction) if attraction > 0.0 else 0.0
    hate = appeal(attraction) if attraction < 0.0 else 0.0
    return (
        joy, distress, hope, fear, satisfied, confirmed, relief, disappointed, happy_for, pity, resentment,
        gloating, pride, shame, admiration, reproach, gratification, remorse, gratitude, anger, love, hate,
    )  # fmt: skip


@step_code
def by_sign(s: float, after: float) -> tuple[float, float, float, float]:
    """Joy, distress, hope, fear."""
    if s > 0.0:
        return well_being(s, after), 0.0, prospect(s, after), 0.0
    return 0.0, well_being(s, after), 0.0, prospect(s, after)


@step_code
def come_about(d: float, s: float, after: float, awaited: float) -> tuple[float, float, float, float]:
    """Satisfaction, fears-confirmed, relief, disappointment."""
    amount = confirmation(s, after, awaited)
    if after >= 1.0:
        return (amount if d > 0.0 else 0.0), (amount if d < 0.0 else 0.0), 0.0, 0.0
    return 0.0, 0.0, (amount if d < 0.0 else 0.0), (amount if d > 0.0 else 0.0)
