"""What an act was done for, in a sentence: nothing that weighs little, and luck only where it had a hand in it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from falter.api.scene import parse
from falter.explain.acts.summary import summary
from falter.explain.acts.why import Part
from falter.explain.standing import ITSELF, Cause
from falter.explain.wording import Wording

SCENE = """falter 1
scene The Yard
place a yard
ANNA "the girl", she
  loves BEN: somewhat
  ordered by BEN to go: somewhat
BEN "the boy", he
ANNA may go "goes in"
closes at 40 s
"""
LOVE = ("cherish", "cherish BEN", 0)
ORDER = ("obey", "obey go BEN", 1)


def part(of: tuple[str, str, int], share: float) -> Part:
    kind, label, row = of
    return Part(kind, label, row, (), share)


def luck(share: float) -> Part:
    return part(("chance", "chance", -1), share)


def said(*parts: Part, first: int | Cause = 0, followed_on: bool = False, opened: Any = None) -> str:
    ordered = sorted(parts, key=lambda one: -one.share)
    cause = (parts[first], ITSELF, 0.5) if isinstance(first, int) else (None, first, 0.5)
    why: Any = SimpleNamespace(parts=tuple(ordered), causes=lambda: [cause], followed_on=followed_on, opened=opened)
    return summary(why, Wording(parse(SCENE).perform(1).trace, "ANNA"))


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ((part(LOVE, 0.9), part(ORDER, 0.08)), "First of all her love of Ben."),
        ((part(LOVE, 0.6), part(ORDER, 0.3)), "First of all her love of Ben; beside it, Ben's order to go."),
        ((part(LOVE, 1.2), part(ORDER, -0.4)), "First of all her love of Ben; against it stood Ben's order to go."),
        ((luck(0.7), part(LOVE, 0.4)), "First of all it was luck, that it came just then; what drew her to it was her love of Ben."),
        ((part(LOVE, 0.7), luck(0.3)), "First of all her love of Ben. Luck had a hand in it."),
        ((part(LOVE, 1.4), luck(-0.3)), "First of all her love of Ben. Luck was against it."),
    ],
)
def test_the_sentence(parts: tuple[Part, ...], sentence: str) -> None:
    assert said(*parts) == sentence


def test_a_time_that_presses_is_named_and_what_happened_announced() -> None:
    assert said(part(LOVE, 0.5), first=("theta0", -1)).startswith("First of all the pace that the scene sets for everything; what drew her")


def test_what_came_first_because_it_opened_the_act_is_said_to_have() -> None:
    opened = SimpleNamespace(followed_on=True, opened=SimpleNamespace(cause=("act", 0)))
    told = said(part(LOVE, 0.5), first=("act", 0), **vars(opened))
    assert told.startswith("First of all this made it possible: Anna goes in (0:")
    assert said(part(LOVE, 0.5), first=("act", 0)).startswith("First of all this: Anna goes in (0:")
