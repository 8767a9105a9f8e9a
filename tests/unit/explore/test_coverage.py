"""Coverage: what is reached, and why the rest is not; and that looking in changes nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace

import numpy
import pytest

import falter
from falter.api.coverage import as_table
from falter.diagnostics.source import Source
from falter.explore.coverage import HIDDEN, OUTRUN, Coverage, Line, coverage
from falter.explore.ensemble import Ensemble
from falter.explore.intervals import Share
from falter.explore.lines import Lines
from falter.explore.looking import MoveLines, looked_into
from falter.explore.records import Beats
from falter.explore.telling import Told, Wanted, told
from falter.explore.wording import words_of
from falter.kernel import barriers
from falter.performance.batch import perform_batch
from falter.performance.perform import perform
from falter.tables import columns as at
from tests.performing import SCENES, tables_of, whole_scene

TEA = """falter 1
scene Tea
place a room
  mark table
  mark door, 40 m from table
set theta0 .6
ANNA "Anna", she
  at table
  wants to pour: wholly
  remembers summer "Nobody [sleeps]." with CARL, feels joy, woken by near
  thinks "So much for tea." when after pour and after curse
  thinks "Tea." when after pour
  waits "looks at the pot"
BEN "Ben", he
  at table
  wants to nod: wholly
  thinks "It was quiet."
  remembers winter "It [snows]." with ANNA, feels joy wholly, woken by near
CARL "Carl", he, away, arrives door in 170..175 s
ANNA may pour "pours" again, takes 1 s
ANNA may faint "faints" once, takes 1 s, harms BEN
ANNA may curse "curses" if after pour and 60 s after pour
ANNA may confide to CARL, once
  says "Carl."
ANNA may reply to asker, answers
  says "No."
BEN may nod again, takes 1 s
  does "nods"
  does "nods a little" if after pour and after curse
BEN may wink once, takes 1 s
  does "winks"
  does "winks a little" if after pour
BEN may ask "frowns" to ANNA, asks, if 60 s after pour
BEN may get-up "gets up" if after dusk
happens dusk "It [grows] dark." in 170 s
happens lamp "The lamp [goes] out." in 2 s
part after dusk
  BEN may go "goes" leaves
told close to ANNA
closes 30 s after pour or at 3 min
ends quiet if after pour; dark if after dusk; else empty
"""
RUNS = 40


@pytest.fixture(scope="module")
def tea() -> Coverage:
    ensemble = falter.parse(TEA).explore(runs=RUNS)
    assert isinstance(ensemble, Ensemble)
    return ensemble.coverage(looks=RUNS, tellings=10)


def nothing_of(tea: Coverage) -> Beats:
    """No acts at all."""
    acted = tea.ensemble.acted
    assert acted is not None
    return Beats(**{column.name: getattr(acted, column.name)[:0] for column in fields(acted)})


def line(tea: Coverage, words: str) -> Line:
    lines = Lines(tea.ensemble.tables.scene, {}, Source("", ""))
    (found,) = (one for one in tea.lines if lines.words(one.path) == words)
    return found


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("ANNA may curse", "`60 s after pour` never held"),
        ("ANNA may confide CARL", "CARL was not there"),
        ("ANNA may reply asker", "nobody had asked anything"),
        ("BEN may get-up", "`after dusk` never held"),
        ("BEN may go", "its part was not open"),
        ('nod: does "nods a little"', "`after curse` never held"),
        ('wink: does "winks a little"', HIDDEN),
        ('ANNA thinks "So much for tea."', "`after curse` never held"),
        ('BEN thinks "It was quiet."', "the telling is never close to BEN"),
        ("happens dusk", ""),
        ("CARL arrives", ""),
        ("ends empty", ""),
    ],
)
def test_what_is_never_reached_says_why(tea: Coverage, words: str, why: str) -> None:
    found = line(tea, words)
    assert found.never
    assert found.why == why


@pytest.mark.parametrize(
    "words", ["ANNA may pour", "BEN may wink", 'wink: does "winks"', "happens lamp", 'ANNA thinks "Tea."', "ends quiet"]
)
def test_what_is_reached_says_how_often(tea: Coverage, words: str) -> None:
    found = line(tea, words)
    assert found.share.share == 1.0
    assert found.why == ""
    assert found.open is None or found.open.share == 1.0


def test_what_is_open_and_never_done_has_been_outrun() -> None:
    """Open for less than the time before a newly open act gathers evidence: seen to be open, though no look may fall into it."""
    text = TEA.replace("ANNA may curse", 'ANNA may blink "blinks" if after faint and not 0.1 s after faint\nANNA may curse')
    text = text.replace(
        '"blinks" if after faint and not 0.1 s after faint',
        'if after faint and not 0.1 s after faint\n  does "blinks"\n  does "blinks twice"',
    )
    text = text.replace("set theta0 .6", "set theta0 .6\nset latency 2")
    ensemble = falter.parse(text).explore(runs=RUNS)
    assert isinstance(ensemble, Ensemble)
    covered = coverage(ensemble, RUNS, 1, 1, lambda _count: None)
    for words, least in (("ANNA may blink", 0.9), ('blink: does "blinks"', 0.0)):
        found = line(covered, words)
        assert (found.never, found.why) == (True, OUTRUN)
        assert found.open is not None and found.open.share > least


def test_a_wording_that_is_hidden_says_by_which(tea: Coverage) -> None:
    found = line(tea, 'wink: does "winks a little"')
    assert found.instead == (*found.path[:-1], 0)
    assert {one.instead for one in tea.lines if one.why != HIDDEN} == {None}
    first = TEA.splitlines().index('  does "winks"') + 1
    row = next(row for row in as_table(falter.parse(TEA), tea).splitlines() if "winks a little" in row)
    assert row.endswith(f"line {first} was taken each time")


def test_a_first_wording_that_fits_too_shortly_to_be_seen_next_is_outrun(tea: Coverage) -> None:
    """As though looks had fallen into moments in which every wording fitted, and none was the next; and then nothing had been done."""
    looked = replace(tea.looked, wordings=tea.looked.wordings.copy(), ever_next=0 * tea.looked.ever_next)
    looked.wordings[:, barriers.WORDING_FITS] = 1
    found = Coverage(tea.ensemble, looked, tea.told)
    assert {one.why for one in found.lines if one.kind == "wording" and one.never} == {HIDDEN}
    missed = Coverage(replace(tea.ensemble, acted=nothing_of(tea)), looked, tea.told)
    assert {one.why for one in missed.lines if one.kind == "wording" and one.path[-1] == 0} == {OUTRUN}


def test_shares_are_those_of_the_acts(tea: Coverage) -> None:
    performed = {" ".join(one.act.split()[:2]): one.runs.share for one in tea.ensemble.performed()}
    assert performed["ANNA faint"] == line(tea, "ANNA may faint").share.share
    assert tea.bound("move") == pytest.approx(1.0 - 0.05 ** (1 / RUNS))
    assert tea.bound("words") == pytest.approx(1.0 - 0.05 ** (1 / 10))
    assert tea.counted("move") == (4, 10)


@pytest.mark.parametrize("name", ["ladder/01-the-letter", "the-broken-vase"])
def test_performances_looked_into_are_the_same_ones(name: str) -> None:
    """Every act that took effect, by its row, wording and use, in ten runs; for any number of workers."""
    tables = whole_scene(name)
    looked, batch = looked_into(tables, 5, range(10), 2, lambda _count: None), perform_batch(tables, 5, 0, 10)
    done: Counter[tuple[int, int, int]] = Counter()
    for run in range(10):
        for row in range(int(batch.starts[run]), int(batch.starts[run + 1])):
            if not batch.acts[row, at.EVENT_CUT] and batch.moments[row, at.EVENT_LANDS] <= batch.seconds[run]:
                done[tuple(int(batch.acts[row, column]) for column in (at.EVENT_ACT, at.EVENT_WORDING, at.EVENT_USE))] += 1  # type: ignore[index]
    assert looked.done == done
    assert looked_into(tables, 5, range(10), 1, lambda _count: None).atoms.tobytes() == looked.atoms.tobytes()


def test_what_was_ever_open_was_so_at_some_step_and_nothing_else_was() -> None:
    tables = whole_scene("the-broken-vase")
    looked, lines = looked_into(tables, 5, range(6), 1, lambda _count: None), MoveLines.of(tables)
    opened = numpy.zeros(len(lines.moves), int)
    for run in range(6):
        trace = perform(tables, 5, run)
        first = tables.packed.ti[at.SI_ACT] + at.ACT_OPEN
        ever = {act for step in range(trace.steps) for act, line in enumerate(lines.of_act) if trace.si(step)[first + act * at.SI_ACT_SIZE]}
        opened[sorted({int(lines.of_act[act]) for act in ever} - {-1})] += 1
    assert looked.ever_open.tolist() == opened.tolist()


def test_a_full_buffer_is_made_larger() -> None:
    small = tables_of((SCENES / "the-broken-vase.falter").read_text("utf-8"), capacity=4)
    looked = looked_into(small, 5, range(2), 1, lambda _count: None)
    assert looked.done == looked_into(whole_scene("the-broken-vase"), 5, range(2), 1, lambda _count: None).done


def test_what_is_told_is_what_the_prose_has() -> None:
    scene = falter.load(SCENES / "ladder" / "01-the-letter.falter")
    found = told(whole_scene("ladder/01-the-letter"), 9, [0], lambda _count: None)
    prose = scene.perform(seed=9).prose()
    assert found.having == Counter({sentence.origin for sentence in prose.sentences})
    assert found.words.total() == sum(sentence.words for sentence in prose.sentences)
    assert found.own == sum(sentence.own for sentence in prose.sentences)


def wanted(text: str) -> Told:
    return told(tables_of(text), 1, range(8), lambda _count: None)


def test_words_are_wanted_where_there_are_none_and_no_more_where_there_are() -> None:
    letter = (SCENES / "ladder" / "01-the-letter.falter").read_text("utf-8")
    want = Wanted('ANNA thinks "…" when attends want', "long in mind")
    assert wanted(letter).lacking[want] > 0
    assert wanted(letter + 'ANNA thinks "The letter, the letter." when attends want\n').lacking[want] == 0
    silent = "".join(row for row in letter.splitlines(keepends=True) if not row.startswith("  waits"))
    silence = Wanted('ANNA waits "…" when ignored', "a silence for which there is no line")
    assert wanted(silent).lacking[silence] > 0
    assert wanted(letter).lacking[silence] == 0
    said_out = Wanted('ANNA waits "…"', "the lines for it had all been told")
    assert wanted(silent + 'ANNA waits "waits"\n').lacking[said_out] > 0


def test_words_of_each_person(tea: Coverage) -> None:
    found = {(one.person, one.where): one for one in words_of(tea)}
    assert found["ANNA", "speech"] == ("ANNA", "speech", 2, 0.0)
    assert found["ANNA", "deeds"].written == 3
    assert found["BEN", "mind"].written == 5
    runs = [tea.ensemble.run(run) for run in range(RUNS)]
    scene = falter.parse(TEA)
    done = [event for trace in runs for event in trace.events if event.who == "BEN" and not event.cut and event.move in scene.moves]
    texts = {"nod": 1, "wink": 1}
    assert found["BEN", "deeds"].met == pytest.approx(sum(texts[event.move] for event in done) / RUNS)
    assert found["ANNA", "mind"].met > 0.0


def test_only_performances_that_do_what_must_be_count() -> None:
    ensemble = falter.parse(TEA.replace("told close", "must wink before pour\ntold close")).explore(runs=RUNS)
    assert isinstance(ensemble, Ensemble)
    assert 0 < len(ensemble) < RUNS
    found = ensemble.coverage(looks=RUNS, tellings=3)
    assert (found.looked.runs, found.told.runs) == (len(ensemble), 3)
    assert line(found, "BEN may wink").share.share == line(found, "ANNA may pour").share.share == 1.0


def test_of_no_performances_that_count_nothing_is_said() -> None:
    ensemble = falter.parse(TEA.replace("told close", "must go before pour\ntold close")).explore(runs=5)
    assert isinstance(ensemble, Ensemble)
    found = ensemble.coverage()
    assert (len(found.ensemble), found.looked.runs, found.told.runs) == (0, 0, 0)
    assert {one.share for one in found.lines} == {Share(0.0, 0.0, 1.0)}
    assert as_table(falter.parse(TEA), found, everything=True)
