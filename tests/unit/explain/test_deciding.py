"""What opened an act, what it took and the author's part in it, in scenes where each is known."""

from __future__ import annotations

import pytest

from falter.api.scene import parse
from falter.api.why import Explanation
from falter.explain.acts.authored import authored
from falter.mind.deliberation import urgency
from tests.laws.planted.authors import AUTHORS
from tests.laws.planted.outside import OUTSIDE
from tests.laws.planted.shape import CALM, HEAD
from tests.laws.planted.within import WITHIN

SCENES = {scene.name: scene for scene in (*WITHIN, *OUTSIDE, *AUTHORS)}


def explained(name: str, seed: int = 1) -> Explanation:
    return parse(SCENES[name].text).perform(seed).why(SCENES[name].act)


@pytest.mark.parametrize(
    ("name", "word", "told"),
    [
        ("a bell", "done", "since then (line 15)"),
        ("a question", "asked", "since she owed an answer (line 15)"),
        ("a lie believed", "believes", "since she believed “Her brother is dead” (line 20)"),
        ("the lamp goes out", "dark", "since it was dark (line 15)"),
        (
            "she sees that he is there",
            "noticed",
            "First of all this made it possible: she noticed Ben (0:22.0); what drew her to it was her wish to speak. "
            "Luck was against it. It had been open to her for 1 s, since then (line 18)",
        ),
        ("a memory that she speaks of", "recalls", "since then (line 16)"),
    ],
)
def test_what_came_true_last_is_named_with_its_line(name: str, word: str, told: str) -> None:
    one = explained(name)
    assert one.why.opened is not None
    assert one.why.opened.gate.word == word
    assert told in " ".join(one.told().split())
    record = one.record()["deciding"]["opened"]
    assert record["followed"] and record["cause"] is not None
    assert record["t"] == pytest.approx(one.why.event.t - one.why.gathered)


def test_what_was_open_all_along_was_opened_by_nothing() -> None:
    assert explained("an order").why.opened is None


LATE = """falter 1
scene Due
place a yard
set tau_u 1
set u_min .2
set theta0 6
ANNA "the girl", she
  promises wave unless after act within 20 s: somewhat
  ordered by BEN to act: somewhat, within 20 s
  wants to idle: somewhat
BEN "the boy", he
ANNA may act "does it" to BEN, once
ANNA may wave "waves" to BEN, once
ANNA may idle "looks about", again
closes at 40 s
"""


def test_the_time_left_is_judged_as_the_threshold_was_worked_out() -> None:
    """Past the deadline the threshold stays low for what is left of a second; of two deadlines, the one that hurries is named."""
    runs = [parse(LATE).perform(seed) for seed in range(12, 37)]
    ones = [run.why(event.move, event.t) for run in runs for event in run.events if event.move in ("act", "idle")]
    late = 0
    for one in ones:
        taken = one.why.taken
        assert taken is not None
        given = taken.given_up()
        times = {factor.cause: factor.times for factor in taken.factors if factor.cause[0] == "deadline"}
        for (_, motive), lived in times.items():
            assert one.why.trace.tables.labels["motive"][motive].label == "obey act BEN"
            assert lived == pytest.approx(urgency(taken.left, 0.2, 1.0), abs=1e-9)
            if one.event.t > 20.0 + one.why.trace.dt:
                late += 1
                assert given and "there was no time left for Ben's order to act" in " ".join(one.told().split())
    assert late >= 1


def test_what_was_given_up_before_a_deadline_is_what_urgency_took() -> None:
    one = explained("the last minute of a promise", 4)
    taken = one.why.taken
    assert taken is not None
    given = taken.given_up()
    assert [kind for kind, _ in given] == ["deadline"]
    assert taken.undiminished * (1.0 - sum(given.values())) == pytest.approx(taken.threshold)
    lived = urgency(taken.left, 0.1, 8.0)
    assert taken.threshold / taken.undiminished == pytest.approx(lived)
    assert "was given up" in one.told() and "(line 14)" in one.told()
    factors = one.record()["deciding"]["factors"]
    assert next(factor for factor in factors if factor["kind"] == "deadline")["motive"] == "keep act"


def test_what_cannot_be_undone_takes_more() -> None:
    text = HEAD + CALM + 'ANNA "the girl", she\n  wants to go: wholly\nANNA may go "goes", cannot be undone\ncloses at 2 min\n'
    one = parse(text).perform(1).why("go")
    assert one.why.taken is not None
    assert {factor.cause[0]: factor.times for factor in one.why.taken.factors} == {"lasting": 2.0}
    assert "It cannot be undone: it took 2.0 times what a light thing takes." in " ".join(one.told().split())


STEERED = """ANNA "the girl", she
  wants to go: wholly
  wants to stay: wholly
BEN "the boy", he
ANNA may go "goes" once
ANNA may stay "stays" once
happens call "Somebody [calls]." in 9 s
{line}
closes at 2 min
set theta0 6
"""


def test_what_the_author_closed_is_named_with_its_line() -> None:
    runs = [parse(HEAD + CALM + STEERED.format(line="never go after call")).perform(seed) for seed in range(4)]
    found = [one for run in runs if any(event.move == "stay" for event in run.events) for one in [run.why("stay")]]
    closed = [one for one in found if any(each.kind == "never" for each in authored(one.why))]
    assert closed, "in some performance going was near when it was closed"
    assert "the author had closed to her" in " ".join(closed[0].told().split())
    assert "(line " in closed[0].told()


def test_what_had_to_be_is_named() -> None:
    scene = parse(HEAD + CALM + STEERED.format(line="must stay before go"))
    run = next(run for run in (scene.perform(seed) for seed in range(20)) if run.trace.passed_over)
    told = " ".join(run.why("stay").told().split())
    assert f"The author would have it done: {run.trace.passed_over} performance" in told


def test_a_head_start_is_told_with_its_line() -> None:
    one = explained("a head start")
    assert "the head start that the scene gives it (line 13)" in one.told()
    assert next(each for each in authored(one.why) if each.kind == "leans").amount > 0.5


def test_what_slips_out_for_no_reason_is_luck() -> None:
    one = explained("for no reason at all")
    assert one.why.crossing is None
    assert one.record()["deciding"]["first"] == "luck"
