"""The benchmark of 87 situations for the 22 emotions of Ortony, Clore & Collins (1988): a case passes when every emotion expected is there.

Congruence, utility, tie, adherence and attraction are ±.5. News expected before was as likely as not; new news was not expected at all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

import pytest

from falter.mind.appraisal import NOBODY, OTHER, SELF, appraised
from falter.model.words import EMOTIONS

NAMES = tuple(EMOTIONS)[:22]


@dataclass(frozen=True)
class Situation:
    """One case: congruence with the goal, its weight, whose it is, what ties one to him, how likely, expected or new, who did it."""

    c: float = 0.0
    u: float = 0.0
    own: bool = True
    tie: float = 0.0
    likely: float = 1.0
    expected: bool = False
    agent: int = NOBODY
    norm: float = 0.0
    attraction: float = 0.0

    def felt(self) -> dict[str, float]:
        """Intensity of every emotion that is felt."""
        before = 0.5 if self.expected else 0.0
        awaited = 1.0 if self.expected else 0.0
        found = appraised(self.c * self.u, before, self.likely, awaited, self.own, self.tie, self.agent, self.norm, self.attraction)
        return {name: amount for name, amount in zip(NAMES, found, strict=True) if amount > 0.0}


Case = tuple[Situation, frozenset[str]]
GOOD, ILL = ((0.5, 0.5), (-0.5, -0.5)), ((0.5, -0.5), (-0.5, 0.5))


def both(signs: tuple[tuple[float, float], ...], feels: str, **fields: object) -> list[Case]:
    """The two sign combinations of congruence and utility that come to the same."""
    return [(replace(Situation(c=c, u=u), **fields), frozenset(feels.split())) for c, u in signs]  # type: ignore[arg-type]


def one(feels: str, **fields: object) -> list[Case]:
    return [(replace(Situation(), **fields), frozenset(feels.split()))]  # type: ignore[arg-type]


def social() -> list[Case]:
    """48 to 79: another's goal, by tie, by good or ill, by whose deed and how it stands to norms."""
    cases = []
    fortunes = {(1, True): "happy-for", (1, False): "pity", (-1, True): "resentment", (-1, False): "gloating"}
    for agent, praise, blame in ((SELF, "pride", "shame"), (OTHER, "admiration", "reproach")):
        for sign, good, norm in product((1, -1), (True, False), (0.5, -0.5)):
            expected = f"{fortunes[sign, good]} {praise if norm > 0 else blame}"
            cases += both(GOOD if good else ILL, expected, own=False, tie=0.5 * sign, agent=agent, norm=norm)
    return cases


CASES: list[Case] = [
    *both(GOOD, "happy-for", own=False, tie=0.5), *both(ILL, "pity", own=False, tie=0.5),
    *both(GOOD, "resentment", own=False, tie=-0.5), *both(ILL, "gloating", own=False, tie=-0.5),
    *both(GOOD[:1], "", own=False, tie=0.5, likely=0.5),
    *both(GOOD, "hope", likely=0.5), *both(ILL, "fear", likely=0.5),
    *both(GOOD, "joy"), *both(ILL, "distress"),
    *both(GOOD, "joy satisfaction", expected=True), *both(ILL, "joy relief", expected=True, likely=0.0),
    *both(GOOD, "distress disappointment", expected=True, likely=0.0), *both(ILL, "distress fears-confirmed", expected=True),
    *one("pride", agent=SELF, norm=0.5), *one("shame", agent=SELF, norm=-0.5),
    *one("admiration", agent=OTHER, norm=0.5), *one("reproach", agent=OTHER, norm=-0.5),
    *one("love", attraction=0.5), *one("hate", attraction=-0.5),
    *both(GOOD, "gratification", agent=SELF, norm=0.5), *both(ILL, "remorse", agent=SELF, norm=-0.5),
    *both(GOOD, "gratitude", agent=OTHER, norm=0.5), *both(ILL, "anger", agent=OTHER, norm=-0.5),
    *both(GOOD, "joy shame", agent=SELF, norm=-0.5), *both(ILL, "distress pride", agent=SELF, norm=0.5),
    *both(GOOD, "joy reproach", agent=OTHER, norm=-0.5), *both(ILL, "distress admiration", agent=OTHER, norm=0.5),
    *social(),
    *one("", c=0.0, u=0.5), *one("", c=0.5, u=0.0), *one("", c=0.0, u=-0.5), *one("", c=-0.5, u=0.0),
    *one("", c=0.5, u=0.5, own=False, tie=0.0), *one("", agent=SELF), *one("", agent=OTHER), *one(""),
]  # fmt: skip


def test_there_are_87() -> None:
    assert len(CASES) == 87


@pytest.mark.parametrize("number", range(1, 88))
def test_a_situation(number: int) -> None:
    situation, expected = CASES[number - 1]
    felt = situation.felt()
    assert expected <= set(felt) if expected else not felt, felt


RULES = ("c", "u", "tie", "likely", "c u", "c tie", "u tie", "c u tie", "c likely", "u likely", "c u likely")


@pytest.mark.parametrize("rule", RULES)
def test_intensity_grows_with(rule: str) -> None:
    """With each factor, and with each product of factors, of a good another or oneself has; all else equal."""
    other = "tie" in rule
    weak = Situation(c=0.3, u=0.3, own=not other, tie=0.3, likely=1.0 if other else 0.3)
    strong = replace(weak, **{name: 2.0 * getattr(weak, name) for name in rule.split()})
    name = "happy-for" if other else "hope"
    assert strong.felt()[name] > weak.felt()[name] > 0.0
