"""Who or what keeps a feeling up, where several could: each as strong as the other, several of one man's, one near and one far."""

from __future__ import annotations

from falter.api.scene import parse
from falter.explain.keeping import Keeper, keeper, menace
from falter.explain.standing import ITSELF, Standing
from falter.model.words import EMOTIONS
from falter.performance.trace import Trace
from tests.performing import directed, float_at

YARD = """falter 1
scene A Yard
place a yard
ANNA "the girl", she
{anna}BEN "the boy", he
  at 1 m from ANNA
CARL "the friend", he
  at {metres} m from ANNA
BEN may push "pushes her" on ANNA, harms, if 50 s after cough
BEN may hit "hits her" on ANNA, harms, if 50 s after cough
CARL may cough "coughs" once
CARL may slap "slaps her" on ANNA, harms, if 50 s after cough
closes at 1 min
"""
BOTH = "  loves BEN: wholly\n  loves CARL: wholly\n"
WARY = "  wonders if BEN means to push: barely\n  wonders if BEN means to hit: strongly\n  wonders if CARL means to slap: wholly\n"
LAST = 199


def quiet(anna: str, metres: float) -> Trace:
    return directed(YARD.format(anna=anna, metres=metres), {}, 20.0)


def kept_by(trace: Trace, emotion: str) -> Keeper | None:
    base = float_at(trace, LAST, "feeling", f"ANNA {emotion}", "BASE")
    return keeper(trace.tables, trace.si(LAST), trace.sf(LAST), row(trace, "ANNA"), list(EMOTIONS).index(emotion), base)


def row(trace: Trace, person: str) -> int:
    return trace.tables.names.person[person]


def label(trace: Trace, wonder: int) -> str:
    return trace.tables.labels["wonder"][wonder].label


def test_of_two_loved_alike_one_is_named_and_not_the_mood() -> None:
    found = parse(YARD.format(anna=BOTH, metres=1)).perform(1).why_felt("ANNA love", 20.0)
    assert found.felt.parts[0].reason.kind == "tie"
    assert not any(part.reason.kind == "mood" for part in found.felt.parts)
    assert "whom she loves" in found.told()


def test_of_two_loved_alike_it_is_owed_to_what_brought_one_of_them() -> None:
    trace = quiet(BOTH, 1)
    anna = row(trace, "ANNA")
    standing, state = Standing(trace.tables, [anna]), (trace.si(LAST), trace.sf(LAST), anna, list(EMOTIONS).index("love"))
    assert standing.keeper(*state) == ITSELF
    standing.came = {(anna, row(trace, "BEN")): ("incident", 7), (anna, row(trace, "CARL")): ("incident", 7)}
    assert standing.keeper(*state) == ("incident", 7)


def test_the_one_who_is_loved_more_or_is_nearer_keeps_it_up() -> None:
    more, nearer = quiet(BOTH.replace("BEN: wholly", "BEN: somewhat"), 1), quiet(BOTH, 30)
    assert kept_by(more, "love") == Keeper("tie", row(more, "CARL"))
    assert kept_by(nearer, "love") == Keeper("tie", row(nearer, "BEN"))
    assert kept_by(quiet("", 1), "love") is None


def test_who_has_no_mood_has_it_from_others_though_they_changed_within_the_step() -> None:
    for mood, found in (("", "tie"), ("  mood love: wholly\n", None)):
        trace = quiet(mood + BOTH.replace("wholly", "somewhat"), 1)
        love = list(EMOTIONS).index("love")
        kept = keeper(trace.tables, trace.si(LAST), trace.sf(LAST), row(trace, "ANNA"), love, 0.9)
        assert (kept.kind if kept else None) == found


def test_of_what_one_may_mean_the_likelier_is_named() -> None:
    trace = quiet(WARY.replace("wholly", "barely"), 1)
    danger = menace(trace.tables, trace.si(LAST), trace.sf(LAST), row(trace, "ANNA"))
    assert label(trace, danger) == "BEN means to hit"
    assert kept_by(trace, "fear") == Keeper("threat", row(trace, "BEN"), danger)


def test_the_greatest_danger_is_far_off_and_the_fear_is_of_the_nearer() -> None:
    trace = quiet(WARY, 40)
    anna = row(trace, "ANNA")
    standing, state = Standing(trace.tables, [anna]), (trace.si(LAST), trace.sf(LAST), anna)
    danger, fear = standing.menace(*state), standing.keeper(*state, list(EMOTIONS).index("fear"))
    assert (danger[0], label(trace, danger[1])) == ("reading", "CARL means to slap")
    assert (fear[0], label(trace, fear[1])) == ("reading", "BEN means to hit")


def test_nobody_who_wonders_nothing_is_in_danger() -> None:
    trace = quiet(BOTH, 1)
    assert menace(trace.tables, trace.si(LAST), trace.sf(LAST), row(trace, "ANNA")) == -1
