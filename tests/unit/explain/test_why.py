"""Why somebody did something: planted causes come first, and the parts add up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from falter.api.scene import load, parse
from falter.api.why import Explanation, NoSuchActError
from falter.explain.acts.causes import CAUGHT, OUTLOOK
from falter.explain.acts.summary import stood_against
from falter.explain.acts.why import Behind, Part, why, whys
from falter.explain.acts.why_told import few_of, joined, parts_told, record, shown_of, told
from falter.explain.standing import ITSELF, Cause
from falter.explain.wording import Wording
from falter.kernel.interventions import ACT, ACT_WHEN
from falter.model.words import EMOTIONS
from falter.narrate.timeline import clock
from falter.performance import Intervention, perform
from tests.performing import row_of, tables_of, without

SCENES = Path(__file__).parents[3] / "scenes"
ADDED_UP = 1e-9
"""By how much parts may miss what they are parts of."""

TWO_WAYS = """falter 1
scene Two Ways
place a yard
ANNA "the girl", she
  loves BEN: {loves}
  wants to {wanted}: {wants}
{more}BEN "the boy", he
ANNA may help "helps him" to BEN, comforts (cherish +1), cannot be undone
ANNA may go "goes in", cannot be undone
{moves}closes at 2 min
"""
NODS = 'ANNA may nod "nods" again\n'
HIGH = "set theta0 5\n"
"""A threshold that a lucky moment alone does not reach."""


def planted(loves: str = "barely", wanted: str = "go", wants: str = "barely", more: str = "", moves: str = "") -> str:
    return TWO_WAYS.format(loves=loves, wanted=wanted, wants=wants, more=more, moves=moves) + without("coping")


def explained(text: str, act: str, seeds: int = 4) -> list[Explanation]:
    """Every performance of a few seeds in which the act was done, explained."""
    runs = [parse(text).perform(seed) for seed in range(seeds)]
    found = [run.why(act) for run in runs if any(event.move == act for event in run.events)]
    assert len(found) >= 3
    return found


def first(explanation: Explanation) -> tuple[Part | None, Cause, float]:
    return explanation.why.causes()[0]


def named(explanation: Explanation) -> str:
    """The first motive, or what there is in place of one."""
    part = first(explanation)[0]
    return part.label if part else "what happened"


@pytest.mark.parametrize(
    ("text", "act", "label"),
    [
        (planted(loves="wholly") + HIGH, "help", "cherish BEN"),
        (planted(wants="wholly") + HIGH, "go", "want go"),
        (planted(more="  ordered by BEN to go: wholly\n") + HIGH, "go", "obey go BEN"),
        (planted(loves="0", wants="0"), "go", "chance"),
    ],
)
def test_what_decides_by_construction_is_named_first(text: str, act: str, label: str) -> None:
    found = [named(one) for one in explained(text, act)]
    assert found.count(label) >= len(found) - 1, found


def test_an_answer_that_will_not_wait_is_named() -> None:
    asks = 'BEN may ask "asks" to ANNA, asks\nANNA may reply "answers" to asker, answers\n'
    for one in explained(planted(wants="0", moves=asks), "reply"):
        answer = next(part for part in one.why.parts if part.label == "answer")
        assert {behind.by for behind in answer.behind} >= {"itself", "waiting"}
        assert "the answer she owes" in one.told()


def test_what_happened_is_behind_what_is_felt() -> None:
    strikes = 'BEN may strike "strikes her" on ANNA, harms\nANNA may strike-back "strikes him" on BEN, harms, if after strike\n'
    told = [one.told(everything=True) for one in explained(planted(loves="0", wants="0", moves=strikes), "strike-back")]
    assert all("Ben strikes her" in text for text in told)
    assert all("anger" in text for text in told)


@pytest.mark.parametrize("name", ["a-proposal", "the-broken-vase", "ladder/01-the-letter"])
def test_the_parts_add_up_to_one(name: str) -> None:
    run = load(SCENES / f"{name}.falter").perform(3)
    for event in run.events[:: max(1, len(run.events) // 3)]:
        one = run.why(event.move, event.t)
        if one.why.crossing is None:
            assert "it slipped out" in one.told()
            continue
        assert sum(part.share for part in one.why.parts) == pytest.approx(1.0, abs=ADDED_UP)
        for part in one.why.parts:
            assert not part.behind or sum(behind.share for behind in part.behind) == pytest.approx(part.share, abs=ADDED_UP)


@pytest.mark.parametrize("kind", [ACT, ACT_WHEN])
def test_what_was_asked_of_a_performance_is_told_from_what_slipped_out(kind: int) -> None:
    """She nods as she is asked to, at once or when it can be; what she nods before and after that slips out. Nothing speaks for a nod."""
    tables = tables_of(f"{planted('0', wants='0', moves=NODS)}set theta0 30\nset lapse .05\n")
    trace = perform(tables, 1, interventions=[Intervention(300, kind, 0, row_of(tables, "act", "ANNA nod"))])
    nods = [event for event in trace.events if event.move == "nod"]
    found = {trace.begun_in(one.event): one for one in whys(trace, nods)}
    assert all(one.crossing is None for one in found.values())
    assert [step for step, one in found.items() if one.asked_for] == [300]
    assert min(found) < 300 < max(found)
    for step, one in found.items():
        said = "it was done, as was asked of the performance" if step == 300 else "it slipped out, for no reason"
        assert f"Nothing decided it: {said}." in told(one, lambda _path: None)
        assert record(one)["deciding"]["first"] == ("asked for" if step == 300 else "luck")


def test_what_was_asked_of_a_performance_is_so_a_level_further_down() -> None:
    nods = 'BEN may beg "begs" to ANNA, insults, once\nANNA may nod "nods", if after beg, leans wholly\n'
    tables = tables_of(planted("0", wants="0", moves=nods) + "set lapse 0\n")
    trace = perform(tables, 2, interventions=[Intervention(20, ACT, 1, row_of(tables, "act", "BEN beg ANNA"))])
    one = why(trace, next(event for event in trace.events if event.move == "nod"))
    assert "it was done, as was asked of the performance" in told(one, lambda _path: None, everything=True)


def test_the_line_of_the_scene_is_named() -> None:
    one = load(SCENES / "ladder/01-the-letter.falter").perform(3).why("own-up")
    assert "what Anna thinks of him (line 20)" in one.told()
    assert one.record()["parts"][0]["label"] == "answer"
    assert len(one.told().splitlines()) <= 20
    assert repr(one.why) == f"<Why BEN own-up at {clock(one.event.t)}>"


def test_an_act_that_was_not_done_is_answered_with_the_nearest() -> None:
    run = load(SCENES / "ladder/01-the-letter.falter").perform(3)
    with pytest.raises(NoSuchActError, match="own-upp") as error:
        run.why("own-upp")
    assert error.value.fix == "write `own-up`"
    with pytest.raises(NoSuchActError, match=r"5:00\.0") as late:
        run.why(at=300.0)
    assert "BEN" in late.value.fix or "ANNA" in late.value.fix


def test_what_kept_an_act_shut_is_named_by_its_condition() -> None:
    scene = parse(planted(moves='ANNA may weep "weeps", if feels grief and frozen\n'))
    absent = scene.perform(1).why_not("weep")
    assert absent.why.open == 0.0
    assert absent.why.nearest is None
    assert "never open" in absent.told()
    assert "`feels grief` and `frozen` never held" in absent.told()


def test_how_near_an_act_came_and_what_held_it_back_add_up() -> None:
    runs = [parse(planted(loves="somewhat", wants="wholly") + HIGH).perform(seed) for seed in range(4)]
    absent = next(run.why_not("help") for run in runs if all(event.move != "help" for event in run.events))
    assert absent.why.nearest is not None
    assert sum(part.share for part in absent.why.parts) == pytest.approx(absent.why.share, abs=ADDED_UP)
    assert absent.why.share < 1.0
    assert repr(absent.why) == f"<WhyNot ANNA help BEN, at most {100 * absent.why.share:.0f} % of what it takes>"
    assert absent.why.stopped == ""
    assert "her love of Ben (line 5)" in absent.told()


def test_what_was_done_is_not_asked_for_as_what_was_not() -> None:
    run = load(SCENES / "ladder/01-the-letter.falter").perform(3)
    with pytest.raises(NoSuchActError, match="was done, at 0:17"):
        run.why_not("own-up")
    with pytest.raises(NoSuchActError, match="names nothing that anybody may do") as error:
        run.why_not("own-upp")
    assert "own-up" in error.value.fix


def test_a_cause_is_a_motive_of_itself_or_what_happened() -> None:
    run = load(SCENES / "a-proposal.falter").perform(3)
    causes = run.why(run.events[-1].move).why.causes()
    assert all((part is None) == (cause != ITSELF) for part, cause, _ in causes)
    assert [share for *_, share in causes] == sorted((share for *_, share in causes), reverse=True)


@pytest.mark.parametrize(("share", "line"), [(0.02, "+10 %  and 5 smaller"), (0.008, "+7 %  and 9 smaller"), (0.005, None)])
def test_what_is_behind_a_motive_is_summed_up_where_not_all_is_told(share: float, line: str | None) -> None:
    told = next(iter(explained(planted(wanted="help"), "help"))).why
    behind = tuple(Behind("feeling", emotion, ITSELF, share) for emotion in range(9))
    lines = parts_told((replace(told.parts[0], share=9 * share, behind=behind),), Wording(told.trace, "ANNA"), lambda _path: "", False)
    found = [one.strip() for one in lines if one.endswith("smaller")]
    assert found == ([line] if line else [])


def test_nothing_much_is_summed_up_behind_a_motive() -> None:
    behind = joined(tuple(Behind("mind", -1, ("act", row), share) for row, share in enumerate((0.3, 0.25, 0.2, -0.15, 0.12, 0.1, 0.09))))
    assert [round(one.share, 9) for one in few_of(behind)] == [0.3, 0.25, 0.2, -0.15, 0.12, 0.1]


def test_what_happened_stands_once_behind_a_motive_however_it_worked() -> None:
    ways = (Behind("mind", -1, ("act", 3), 0.2), Behind("feeling", 1, ("act", 3), 0.1), Behind("feeling", 2, ("act", 3), -0.02))
    both = (Behind("waiting", -1, ("act", 4), 0.1), Behind("itself", -1, ("act", 4), 0.15))
    found = joined((Behind("itself", -1, ITSELF, 0.3), Behind("feeling", 1, ITSELF, 0.05), *ways, *both))
    assert [round(one.share, 9) for one in found] == [0.3, 0.28, 0.25, 0.05]
    assert [len(one.ways) for one in found] == [1, 3, 2, 1]


def test_how_it_worked_is_told_with_it() -> None:
    trace = parse(planted(loves="wholly")).perform(1).trace
    wording = Wording(trace, "ANNA")
    assert [event.move for event in trace.events[:1]] == ["help"]
    helps = "Anna helps him (" + clock(trace.events[0].t) + ")"
    mind, love = Behind("mind", -1, ("act", 0), 0.2), Behind("feeling", list(EMOTIONS).index("love"), ("act", 0), 0.1)
    assert wording.behind([mind, love]) == f"on her mind and by love, since {helps}"
    assert wording.behind([mind._replace(by="waiting"), mind._replace(by="itself")]) == f"since {helps}, and because it would not wait"
    assert wording.behind([mind._replace(by="waiting")]) == f"because it would not wait, since {helps}"
    assert wording.behind([love, mind._replace(by="itself"), mind]) == f"outright, by love and on her mind, since {helps}"
    assert wording.behind([love._replace(cause=OUTLOOK)]) == "by love, as things had come to look"
    assert wording.behind([love._replace(cause=CAUGHT)]) == "by love, caught from those about her"


def test_what_the_sentence_names_stands_below_it() -> None:
    """Four things weigh more than what stood most against it."""
    pro = [Part("want", f"want {number}", number, (), 0.5 - number / 20) for number in range(4)]
    parts = (*pro, Part("safety", "safety BEN", 9, (), -0.12))
    assert [part.label for part in stood_against(parts)] == ["safety BEN"]
    assert "safety BEN" in [part.label for part in shown_of(parts)]


def shares(*amounts: float) -> tuple[Part, ...]:
    return tuple(
        Part("chance" if row == 4 else f"want {row}", f"want {row}", -1 if row == 4 else row, (), one) for row, one in enumerate(amounts)
    )


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (shares(1.05, 0.97, -0.57, -0.43, 0.23, -0.24, -0.01), 6),
        (shares(0.5, 0.3, 0.2, 0.1, 0.08, 0.03, 0.02), 5),
        (shares(0.5, 0.3, 0.2, 0.15, 0.05, -0.05, 0.005), 4),
    ],
)
def test_nothing_much_is_left_out_of_what_is_told(parts: tuple[Part, ...], told: int) -> None:
    """Luck of 23 % is told though four motives weigh more; of several small ones so many that what is left comes to less than a tenth."""
    shown = shown_of(parts)
    assert len(shown) == told and (told < 5 or parts[4] in shown)
    left = [part.share for part in parts if part not in shown]
    assert abs(sum(left)) < 0.1 and all(abs(one) < 0.1 for one in left)


def test_what_would_be_told_as_nothing_is_not_told() -> None:
    told = next(iter(explained(planted(wanted="help"), "help"))).why
    own, nothing = told.parts[0], replace(told.parts[0], share=-0.004)
    behind = (Behind("itself", -1, ITSELF, 0.9), Behind("mind", -1, ITSELF, 0.004))
    lines = parts_told((replace(own, share=0.904, behind=behind), nothing), Wording(told.trace, "ANNA"), lambda _path: "", True)
    assert len(lines) == 3 and not any(" 0 %" in line or "+0 %" in line or "−0 %" in line for line in lines), lines
