"""A late yes is read as reluctance and a late no as temptation, out of the same equations: what Walter makes of Nora in the boat.

Nobody does anything but what they are told: he asks at 4 s, she answers promptly (as soon as a reader takes her to be free to) or late.
What shows on her is left out (it is the longer in sight, the later she answers), so that what he believes of her love differs by the
pause alone; there is no luck in it, and so no false alarm.
"""

from __future__ import annotations

import pytest

from tests.performing import SCENES, directed, float_at

ASKED = 4.0
PROMPT, LATE = 11.0, (21.0, 46.0)
"""s from the beginning of the question, which takes 6 of them, to the answer."""


def read_after(answer: str, pause: float) -> float:
    """The love he expects in her once she has answered after this pause, in s."""
    text = (SCENES / "a-proposal.falter").read_text(encoding="utf-8") + "\nset display_weight 0\n"
    answered = ASKED + pause
    trace = directed(text, {ASKED: "WALTER propose NORA", answered: f"NORA {answer} WALTER"}, answered + 10.0)
    assert [event.move for event in trace.events if event.t <= answered + 0.5] == ["propose", answer]
    return float_at(trace, round((answered + 0.4) / trace.dt), "read", "WALTER reads NORA", "CARE")


@pytest.mark.parametrize(("answer", "sign"), [("say-yes", -1.0), ("say-no", 1.0)])
def test_a_late_answer_is_read_as_its_contrary_in_part(answer: str, sign: float) -> None:
    prompt, *late = (read_after(answer, pause) for pause in (PROMPT, *LATE))
    print(f"\n{answer} after {PROMPT} s: love read as {prompt:.3f}; after {LATE} s: {[round(care, 3) for care in late]}")
    assert all(sign * (care - prompt) > 0.03 for care in late)


def test_a_yes_is_always_read_as_more_love_than_a_no() -> None:
    for pause in (PROMPT, *LATE):
        assert read_after("say-yes", pause) > read_after("say-no", pause) + 0.05
