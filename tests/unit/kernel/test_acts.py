"""Acts in time: how long they last, when they take effect, what cuts them off, what they occupy, what they owe and settle.

Everybody is directed (`tests.performing.directed`): an act commanded in the step from t begins at its end, t + .1 s.
"""

from __future__ import annotations

import math

import pytest

from falter.performance import Trace
from falter.performance.batch import perform_batch
from falter.tables import columns as at
from tests.performing import directed, float_at, int_at, row_of, tables_of

ROOM = """falter 1
scene The Room
place a room
  mark wall
  mark chair, 3 m from wall
ANNA "the first", she
  at wall
  wears hood over face wholly, voice wholly, body wholly, hands wholly, breath wholly, gaze wholly
  mood anger: .8
BEN "the second", he
  at chair
CARA "the third", she
  at wall
{moves}
closes at {seconds} s
"""


def played(moves: str, cues: dict[float, str], seconds: float = 12.0) -> Trace:
    return directed(ROOM.format(moves=moves, seconds=f"{seconds:g}"), cues, seconds)


def test_speech_takes_its_words_and_lands_at_its_end_a_deed_at_its_middle() -> None:
    """.3 s a word and at least 1.5 s: ten words take 3 s."""
    moves = 'ANNA may speak to BEN, asks\n  says "one two three four five six seven eight nine ten"\n'
    moves += 'ANNA may nod "nods"\nANNA may lift "lifts it" takes 6 s, lands at 4 s\n'
    trace = played(moves, {0.0: "ANNA speak BEN", 4.0: "ANNA nod", 6.0: "ANNA lift"}, 13.0)
    times = [(event.move, round(event.t, 6), round(event.lands - event.t, 6), round(event.ends - event.t, 6)) for event in trace.events]
    assert times == [("speak", 0.1, 3.0, 3.0), ("nod", 4.1, 0.75, 1.5), ("lift", 6.1, 4.0, 6.0)]
    assert not any(event.cut for event in trace.events)


def test_nothing_changes_before_it_lands() -> None:
    """A question of 3 s is owed an answer from the step in which it has been said, not from the one in which it was begun."""
    moves = 'ANNA may speak to BEN, asks\n  says "one two three four five six seven eight nine ten"\nBEN may say "says" to ANNA, answers'
    trace = played(moves, {0.0: "ANNA speak BEN"}, 6.0)
    owes = [int_at(trace, step, "person", "BEN", "CREDITOR") >= 0 for step in range(trace.steps)]
    assert owes.index(True) == 31
    assert all(owes[31:])
    assert float_at(trace, 31, "person", "BEN", "OWED") == pytest.approx(3.1)


@pytest.mark.parametrize(("end", "presence"), [("dies", 3), ("leaves", 2)])
def test_what_the_doer_had_in_hand_is_cut_off_with_him(end: str, presence: int) -> None:
    moves = 'ANNA may speak "speaks" to BEN, asks, takes 8 s, lands at 8 s, uses voice\n'
    moves += f'ANNA may end "ends it" {end}, takes 2 s, lands at 1 s, uses body\n'
    trace = played(moves, {0.0: "ANNA speak BEN", 2.0: "ANNA end"})
    speech, end_ = trace.events
    assert (speech.cut, end_.cut) == (True, False)
    assert int_at(trace, 50, "person", "ANNA", "PRESENCE") == presence
    assert all(int_at(trace, step, "person", "BEN", "CREDITOR") == -1 for step in range(trace.steps))
    assert int_at(trace, 110, "move", "speak", "DONE") == 0


def test_a_victim_is_cut_off_and_does_nothing_more() -> None:
    moves = 'ANNA may speak "speaks" to BEN, asks, takes 8 s, lands at 8 s\nANNA may sing "sings" again\n'
    moves += 'BEN may kill "kills" on ANNA, kills, takes 2 s, lands at 1 s\n'
    trace = played(moves, {0.0: "ANNA speak BEN", 2.0: "BEN kill ANNA", 5.0: "ANNA sing", 9.0: "ANNA sing"})
    assert [(event.move, event.cut) for event in trace.events] == [("speak", True), ("kill", False)]
    assert not trace.view("BEN").here(119) or trace.view("BEN").dead(119, "ANNA")
    assert int_at(trace, 119, "person", "ANNA", "OPEN") == 0


def test_what_has_not_landed_at_the_close_was_cut_off() -> None:
    trace = played('ANNA may lift "lifts it" takes 6 s, lands at 4 s', {10.0: "ANNA lift"}, 12.0)
    assert [event.cut for event in trace.events] == [True]


DEBTS = """set stretch 0
ANNA may ask "asks" to BEN, asks, takes 1 s, lands at 1 s, again
CARA may ask-too "asks" to BEN, asks, takes 1 s, lands at 1 s
BEN may answer "answers" to asker, answers, takes 1 s, lands at 1 s, again
BEN may dodge "dodges" to asker, evades, takes 1 s, lands at 1 s
BEN may hum "hums"
ANNA may say-ignored "waits" if ignored
BEN may say-asked "fidgets" if asked
ANNA may say-answered "nods" if answered
"""


def owed(trace: Trace) -> list[tuple[bool, bool, bool, bool]]:
    """At each second: does BEN owe ANNA, is `asked` open to BEN, is `ignored` to ANNA, is `answered`."""
    anna = trace.tables.names.person["ANNA"]
    found = []
    for step in range(9, trace.steps, 10):
        debt = int_at(trace, step, "person", "BEN", "CREDITOR") == anna
        assert (int_at(trace, step, "person", "ANNA", "DEBTOR") == trace.tables.names.person["BEN"]) == debt
        opens = [int_at(trace, step, "act", label, "OPEN") == 1 for label in ("BEN say-asked", "ANNA say-ignored", "ANNA say-answered")]
        found.append((debt, opens[0], opens[1], opens[2]))
    return found


def test_a_question_is_owed_an_answer_and_an_answer_settles_it() -> None:
    """Asked in the step from 1 s, said at 2.1 s; answered from 5.1 s, said at 6.1 s: in time, for 4 s had not passed when it began."""
    trace = played(DEBTS, {1.0: "ANNA ask BEN", 5.0: "BEN answer asker"}, 9.0)
    no, yes, done = (False, False, False, False), (True, True, False, False), (False, False, False, True)
    assert owed(trace) == [no, no, yes, yes, yes, yes, done, done, done]
    assert [event.late for event in trace.events] == [False, False]
    assert trace.events[1].to == "ANNA"


def test_an_answer_that_does_not_come_is_late_after_four_seconds() -> None:
    """Said at 2.1 s, late after 6.1 s: ANNA may notice from the refresh at 7 s on; the answer is marked."""
    trace = played(DEBTS, {1.0: "ANNA ask BEN", 8.0: "BEN answer asker"}, 11.0)
    assert [row[2] for row in owed(trace)] == [False, False, False, False, False, False, False, True, True, False, False]
    assert [event.late for event in trace.events] == [False, True]


def test_evasion_and_other_talk_settle_nothing() -> None:
    trace = played(DEBTS, {1.0: "ANNA ask BEN", 4.0: "BEN dodge asker", 6.0: "BEN hum"}, 10.0)
    assert [event.move for event in trace.events] == ["ask", "dodge", "hum"]
    assert [row[0] for row in owed(trace)] == [False, False] + [True] * 8


def test_a_newer_question_comes_to_hand_before_an_older_one() -> None:
    """Anna's, of 2.1 s, is still open once Cara's has its answer at 8.1 s; it presses from then on, and is late by Anna's own clock."""
    cues = {1.0: "ANNA ask BEN", 4.0: "CARA ask-too BEN", 7.0: "BEN answer asker", 9.0: "BEN answer asker"}
    trace = played(DEBTS, cues, 12.0)
    anna, ben, cara = (trace.tables.names.person[id_] for id_ in ("ANNA", "BEN", "CARA"))
    owing = [int_at(trace, step, "person", "BEN", "CREDITOR") for step in (30, 60, 85, 110)]
    assert owing == [anna, cara, anna, -1]
    assert [int_at(trace, step, "person", "ANNA", "DEBTOR") for step in (30, 60, 85, 110)] == [ben, ben, ben, -1]
    assert float_at(trace, 85, "person", "BEN", "OWED") == pytest.approx(8.1)
    assert [event.to for event in trace.events[2:]] == ["CARA", "ANNA"]
    assert [event.late for event in trace.events] == [False, False, False, True]


SEVERAL = """set stretch 0
fact sent "Ben was sent", true
fact armed "Ben is armed", true
ANNA may ask-name to BEN, asks, takes 1 s, lands at 1 s
  says "Your name?"
ANNA may ask-sent to BEN, asks about sent, asks, takes 1 s, lands at 1 s
  says "Who sent you, and who are you?"
ANNA may ask-both to BEN, asks about sent, asks about armed, takes 1 s, lands at 1 s
  says "Who sent you, and what is that in your coat?"
BEN may name-it to ANNA, answers, takes 1 s, lands at 1 s, if asked by ask-name
  says "Ben."
BEN may own-sent to ANNA, tells sent, answers, takes 1 s, lands at 1 s
  says "He did."
BEN may own-armed to ANNA, tells armed, answers, takes 1 s, lands at 1 s
  says "A pistol."
BEN may nod "nods" to ANNA, answers, takes 1 s, lands at 1 s, again
BEN may hum "hums" if asked by ANNA and not asked by ask-sent
"""


def opened(trace: Trace, step: int) -> set[str]:
    """The questions that are open after a step."""
    labels = [row.label for row in trace.tables.labels["question"]]
    return {label for label in labels if int_at(trace, step, "question", label, "DEBTOR") >= 0}


def test_several_questions_of_one_asker_are_open_and_an_answer_settles_one() -> None:
    cues = {1.0: "ANNA ask-name BEN", 3.0: "ANNA ask-sent BEN", 5.0: "BEN nod ANNA", 7.0: "BEN nod ANNA"}
    trace = played(SEVERAL, cues, 10.0)
    assert [opened(trace, step) for step in (25, 45, 65, 85)] == [
        {"ask-name"}, {"ask-name", "ask-sent about sent"}, {"ask-name"}, set(),
    ]  # fmt: skip
    assert [int_at(trace, step, "act", "BEN hum", "OPEN") for step in (25, 45, 65, 85)] == [1, 0, 1, 0]
    assert [int_at(trace, step, "person", "ANNA", "ANSWERED") for step in (45, 65)] == [0, 1]


def test_an_answer_goes_first_to_the_question_its_line_names() -> None:
    cues = {1.0: "ANNA ask-name BEN", 3.0: "ANNA ask-sent BEN", 5.0: "BEN name-it ANNA"}
    trace = played(SEVERAL, cues, 8.0)
    assert opened(trace, 65) == {"ask-sent about sent"}
    assert int_at(trace, 65, "act", "BEN name-it ANNA", "OPEN") == 0


def test_the_asker_is_the_one_the_line_names() -> None:
    """Cara's question is the newer; each answer goes to whom its line names, by the move or by the person."""
    lines = 'CARA may ask-too "asks" to BEN, asks, takes 1 s, lands at 1 s\n'
    lines += 'BEN may tell-her to asker, answers, takes 1 s, lands at 1 s, if asked by ask-name\n  says "Ben."\n'
    lines += 'BEN may tell-anna to asker, answers, takes 1 s, lands at 1 s, again, if asked by ANNA\n  says "Ben."\n'
    for answer in ("tell-her", "tell-anna"):
        cues = {1.0: "ANNA ask-name BEN", 3.0: "CARA ask-too BEN", 5.0: f"BEN {answer} asker"}
        trace = played(SEVERAL + lines, cues, 8.0)
        assert [event.to for event in trace.events] == ["BEN", "BEN", "ANNA"]
        assert opened(trace, 65) == {"ask-too"}


def test_telling_how_it_stands_settles_what_was_asked_of_it_and_nothing_else() -> None:
    cues = {1.0: "ANNA ask-name BEN", 3.0: "ANNA ask-both BEN", 5.0: "BEN own-sent ANNA", 7.0: "BEN own-armed ANNA"}
    trace = played(SEVERAL, cues, 10.0)
    both = {"ask-both about sent", "ask-both about armed"}
    assert [opened(trace, step) for step in (45, 65, 85)] == [{"ask-name"} | both, {"ask-name", "ask-both about armed"}, {"ask-name"}]


def test_a_question_about_a_fact_that_is_a_question_besides_is_about_the_fact() -> None:
    trace = played(SEVERAL, {1.0: "ANNA ask-sent BEN", 3.0: "BEN own-sent ANNA"}, 6.0)
    assert (opened(trace, 25), opened(trace, 45)) == ({"ask-sent about sent"}, set())


def test_what_is_known_of_anothers_debts_is_what_one_has_asked_oneself() -> None:
    lines = 'ANNA waits "waits" if BEN asked by ask-sent\nCARA waits "looks on" if BEN asked by ask-sent\n'
    trace = played(SEVERAL + lines, {3.0: "ANNA ask-sent BEN"}, 8.0)
    assert [trace.view("ANNA").holds(step, 0) for step in (25, 60)] == [False, True]
    assert [trace.view("CARA").holds(step, 0) for step in (25, 60)] == [False, False]


def test_a_move_is_known_to_have_been_done_by_those_who_perceived_it() -> None:
    """Cara, to whom nothing inner is open, is ready for one and not for the other; the prose and the engine judge alike at each step."""
    lines = 'ANNA may brood "broods" inner, dwells on anger\nANNA may shout to BEN, takes 1 s, lands at 1 s\n  says "Ho!"\n'
    lines += 'CARA may hum "hums" if after brood\nCARA may start "starts" if after shout\nCARA may rest "rests" if 2 s after shout\n'
    lines += 'CARA waits "one" if after brood\nCARA waits "two" if after shout\nCARA waits "three" if 2 s after shout\n'
    trace = played(lines, {1.0: "ANNA brood", 3.0: "ANNA shout BEN"}, 9.0)
    opens = {move: [int_at(trace, step, "act", f"CARA {move}", "OPEN") for step in (30, 45, 70)] for move in ("hum", "start", "rest")}
    assert opens == {"hum": [0, 0, 0], "start": [0, 1, 1], "rest": [0, 0, 1]}
    view = trace.view("CARA")
    told = [[view.holds(step, words) for words in range(3)] for step in (30, 45, 70)]
    assert told == [[False, False, False], [False, True, False], [False, True, True]]
    assert trace.tables.names.scene.closings, "closings and endings go by what is so"


def test_one_walks_to_the_dead_and_may_want_to() -> None:
    lines = 'CARA may kill "kills" on BEN, kills, cannot be undone, takes 1 s, lands at 1 s\nANNA wants to go-to BEN: wholly\n'
    lines += 'ANNA may go-to "goes" toward BEN, again\nANNA may greet "greets" to BEN\n'
    trace = played(lines, {1.0: "CARA kill BEN"}, 6.0)
    assert trace.view("ANNA").dead(50, "BEN")
    assert int_at(trace, 50, "act", "ANNA go-to BEN", "OPEN") == 1
    assert int_at(trace, 50, "act", "ANNA greet BEN", "OPEN") == 0
    assert float_at(trace, 50, "motive", "want go-to BEN", "W") == 0.95


def test_asking_again_does_not_put_off_what_is_due() -> None:
    trace = played(DEBTS, {1.0: "ANNA ask BEN", 4.0: "ANNA ask BEN"}, 8.0)
    assert float_at(trace, 70, "person", "BEN", "OWED") == pytest.approx(2.1)


def test_debts_are_void_when_one_of_the_two_goes() -> None:
    trace = played(DEBTS + 'ANNA may go "goes" leaves, takes 1 s, lands at .5 s', {1.0: "ANNA ask BEN", 4.0: "ANNA go"}, 8.0)
    assert int_at(trace, 70, "person", "BEN", "CREDITOR") == -1


def test_a_covering_comes_off_when_the_act_lands_and_the_feeling_shows() -> None:
    """Wholly covered, .95 of the display is hidden on every channel; bare, anger of about .8 shows."""
    trace = played('ANNA may bare "puts the hood back" drops hood, takes 2 s, lands at 1 s', {2.0: "ANNA bare"}, 6.0)
    on = [int_at(trace, step, "cover", "ANNA hood", "ON") for step in range(trace.steps)]
    assert on == [1] * 31 + [0] * (trace.steps - 31)
    view = trace.view("BEN")
    before, after = view.shown(30, "ANNA", "anger"), view.shown(32, "ANNA", "anger")
    assert before == pytest.approx(0.05 * after, rel=1e-6)
    assert (view.wearing(30, "ANNA", "hood"), view.wearing(32, "ANNA", "hood")) == (True, False)


def test_nobody_walks_nearer_than_an_arm() -> None:
    """From 3 m by steps of 2 m: 1 m, then .4 m, and then the move is closed; away again without a limit."""
    moves = 'ANNA may come "comes" toward BEN, again, takes 1 s, lands at 1 s\n'
    moves += 'ANNA may back "backs" from BEN, 2 m, again, takes 1 s, lands at 1 s'
    cues = {1.0: "ANNA come BEN", 3.0: "ANNA come BEN", 5.0: "ANNA come BEN", 7.0: "ANNA back BEN"}
    trace = played(moves, cues, 10.0)
    view = trace.view("ANNA")
    gaps = [view.distance(step, "BEN") for step in (10, 25, 45, 65, 95)]
    assert gaps == pytest.approx([3.0, 1.0, 0.4, 0.4, 2.4])
    assert [event.move for event in trace.events] == ["come", "come", "back"]
    assert int_at(trace, 48, "act", "ANNA come BEN", "OPEN") == 0


def test_a_walk_to_a_mark_ends_on_it() -> None:
    cues = {1.0: "ANNA go-to chair", 3.0: "ANNA go-to chair"}
    trace = played('ANNA may go-to "walks" toward chair, again, takes 1 s, lands at 1 s', cues, 6.0)
    assert [float_at(trace, step, "person", "ANNA", "X") for step in (10, 25, 50)] == pytest.approx([0.0, 2.0, 3.0])
    assert trace.events[0].to == "chair"


BUSY = """falter 1
scene The Hands
set live_weight 0
place a room
  mark wall
ANNA "the one", she
  at wall
  respects JUDGE: .9
JUDGE "the judge", they, away
ANNA may talk "talks" again, uses voice, takes 3 s, thanks JUDGE (regard +.5)
ANNA may knit "knits" again, uses hands, takes 3 s, thanks JUDGE (regard +.5)
ANNA may weave "weaves" again, uses hands, body, takes 3 s, thanks JUDGE (regard +.5)
closes at 1 min
"""


def test_acts_on_one_channel_never_overlap_and_on_others_do() -> None:
    """200 performances of a minute, each left to itself: of acts that share a channel none begins before the last is over."""
    batch = perform_batch(tables_of(BUSY), 1, 0, 200)
    uses = {"talk": {"voice"}, "knit": {"hands"}, "weave": {"hands", "body"}}
    overlaps = 0
    for run in range(len(batch)):
        events = batch.events(run)
        for index, event in enumerate(events):
            for later in events[index + 1 :]:
                if later.t < event.ends:
                    assert not uses[event.move] & uses[later.move]
                    overlaps += 1
    assert overlaps > 100


PARTS = """ANNA may ring "rings" takes 1 s, lands at 1 s
ANNA may sing "sings"
anyone may nod "nods"
part after ring
  BEN may come-in "comes in"
"""


def test_a_part_opens_its_moves_and_closes_those_outside() -> None:
    trace = played(PARTS, {2.0: "ANNA ring"}, 6.0)
    labels = ["ANNA sing", "BEN nod", "BEN come-in"]
    assert [int_at(trace, 25, "act", label, "OPEN") for label in labels] == [1, 1, 0]
    assert [int_at(trace, 35, "act", label, "OPEN") for label in labels] == [0, 1, 1]


CLOSING = """falter 1
scene The Close
place a room
  mark wall
ANNA "the one", she
  at wall
ANNA may ring "rings" takes 1 s, lands at 1 s
ANNA may sing "sings" takes 1 s, lands at 1 s
closes 3 s after ring or at 10 s
ends rung if ring and sing; sung if sing; else silent
"""


@pytest.mark.parametrize(
    ("cues", "ending", "seconds"),
    [
        ({}, "silent", 10.0),
        ({2.0: "ANNA sing"}, "sung", 10.0),
        ({2.0: "ANNA ring"}, "silent", 6.1),
        ({2.0: "ANNA ring", 4.0: "ANNA sing"}, "rung", 6.1),
    ],
)
def test_when_it_closes_and_what_it_is_called_are_two_things(cues: dict[float, str], ending: str, seconds: float) -> None:
    """Rung from 2.1 s, landed at 3.1 s: it goes on until three seconds after the act, and is named by what holds then."""
    trace = directed(CLOSING, cues, 12.0)
    assert (trace.ending, trace.seconds) == (ending, pytest.approx(seconds))


def test_an_ending_that_none_holds_for_is_undecided() -> None:
    assert directed(CLOSING.replace("; else silent", ""), {}, 12.0).ending == "undecided"
    assert directed(CLOSING.split("ends")[0], {}, 12.0).ending == "closed"


HALL = """falter 1
scene The Hall
place a hall
  mark dais
  mark door, 12 m from dais
  mark yard, 60 m from dais
KING "the king", he
  at dais
QUEEN "the queen", she
  at dais
  loves PAGE: .9
PAGE "the page", he
  at door
GROOM "the groom", he
  at yard
KING may praise "praises him" to PAGE, praises PAGE, takes 1 s, lands at 1 s
  says "Well done."
KING may brood "broods" inner
closes at 6 s
"""


def test_an_act_is_perceived_by_whom_it_reaches() -> None:
    """Four people: speech carries 20 m, so that the groom at 60 m hears nothing; what is inner nobody sees."""
    trace = directed(HALL, {1.0: "KING praise PAGE", 4.0: "KING brood"}, 6.0)
    assert [event.heard_by for event in trace.events] == [("KING", "QUEEN", "PAGE"), ("KING",)]
    assert [event.move for event in trace.view("GROOM").events] == []
    joy = {who: float_at(trace, 55, "feeling", f"{who} joy", "FELT") for who in ("PAGE", "GROOM")}
    assert joy["PAGE"] > 0.1
    assert joy["GROOM"] == 0.0
    assert float_at(trace, 55, "feeling", "QUEEN happy-for", "FELT") > 0.1


NOTICING = """falter 1
scene The Watch
place a yard, dark: {dark}
  mark wall
  mark gate, {gap} m from wall
ANNA "the guard", she
  at wall, busy
BEN "the stranger", he
  at gate
closes when ANNA noticed BEN or at 4 min
"""


@pytest.mark.parametrize(("dark", "gap"), [(0.0, 10.0), (0.9, 3.0)])
def test_noticing_takes_as_long_as_distance_and_dark_say(dark: float, gap: float) -> None:
    """4,000 performances. Looked for every .5 s with chance q = 1 − e^{−1.2 · seen · .08 · .5}, seen = (1 − .8 dark)/(1 + (gap/10)²):
    the looks needed are geometric, cut at 480. Tolerance 4 standard errors of the mean: false alarm 6e-5."""
    runs = 4_000
    batch = perform_batch(tables_of(NOTICING.format(dark=dark, gap=gap)), 2, 0, runs)
    seen = (1.0 - 0.8 * dark) / (1.0 + (gap / 10.0) ** 2)
    q = 1.0 - math.exp(-1.2 * seen * 0.08 * 0.5)
    found = batch.seconds < 239.9
    looks = batch.seconds / 0.5 + 1.0
    most = 480
    mean = (1.0 - (1.0 - q) ** most * (1.0 + most * q)) / (q * (1.0 - (1.0 - q) ** most))
    deviation = math.sqrt(1.0 - q) / q
    share = 1.0 - (1.0 - q) ** most
    print(f"dark {dark}, {gap} m: {looks[found].mean():.1f} looks, {mean:.1f} by the rate; {found.mean():.3f} noticed, {share:.3f}")
    assert abs(looks[found].mean() - mean) < 4.0 * deviation / math.sqrt(runs)
    assert abs(found.mean() - share) < 4.0 * math.sqrt(0.25 / runs)


@pytest.mark.parametrize("stopped", ["blow", "close"])
def test_words_end_where_their_speaker_does(stopped: str) -> None:
    """Ten words take 3 s; a blow that lands 1.05 s into them, or the close at 1.4 s, leaves that much of them said."""
    words = 'BEN may tell to ANNA, again\n  says "one two three four five six seven eight nine ten"\n'
    blow = 'ANNA may strike "strikes" on BEN, kills, takes 2 s, lands at 1 s, uses hands\n'
    cues = {1.0: "BEN tell ANNA", **({1.0 + 1e-6: "ANNA strike BEN"} if stopped == "blow" else {})}
    trace = played(words + blow, cues, 6.0 if stopped == "blow" else 2.5)
    (speech,) = [event for event in trace.events if event.move == "tell"]
    assert speech.cut and speech.lands - speech.t == pytest.approx(3.0)
    assert speech.ends - speech.t == pytest.approx(1.0 if stopped == "blow" else 1.4, abs=0.15)


def crowd(people: int) -> str:
    names = [f"P{index}" for index in range(people)]
    lines = ["falter 1", "scene The Crowd", "place a square, dark: .3", "  mark middle"]
    for index, name in enumerate(names):
        lines += [f'{name} "someone", they', f"  at {1 + index % 7} m from P{index - 1}" if index else "  at middle"]
        lines += [f"  loves {names[(index + 1) % people]}: .6", f"  hates {names[(index + 7) % people]}: .5", "  mood anger: .4"]
        if index < 10:
            lines += [f"  wonders how {names[index + 1]} loves {name}: .5"]
        lines.append(f'{name} may greet "greets" to {names[(index + 1) % people]}, praises, asks, again')
        lines.append(f'{name} may shove "shoves" on {names[(index + 7) % people]}, harms, again')
    lines.append('anyone may answer "answers" to asker, answers, if asked, again')
    lines += ['P39 may strike "strikes" on P6, kills, cannot be undone', "closes at 20 s"]
    return "\n".join(lines) + "\n"


def test_forty_people_go_on_and_stay_finite() -> None:
    """Twenty seconds of a crowd: every float of the state is a number at every step, feelings and weights within their bounds."""
    tables = tables_of(crowd(40))
    batch = perform_batch(tables, 1, 0, 4)
    trace = batch.trace(0)
    assert trace.events == batch.events(0)
    assert len({event.who for event in trace.events}) > 20
    assert all(math.isfinite(value) for value in trace.floats)
    feelings = [float_at(trace, trace.steps - 1, "feeling", row.label, "FELT") for row in tables.labels["feeling"]]
    assert 0.0 <= min(feelings) < max(feelings) <= 1.0
    ti = tables.packed.ti
    weights = [trace.sf(trace.steps - 1)[ti[at.SF_MOTIVE] + m * at.SF_MOTIVE_SIZE + at.MOTIVE_W] for m in range(ti[at.N_MOTIVE])]
    assert 0.0 <= min(weights) < max(weights) <= 1.0
    assert row_of(tables, "act", "P39 strike P6") >= 0


def test_one_person_with_nothing_to_do_waits_until_the_close() -> None:
    trace = directed('falter 1\nscene The Hermit\nHERMIT "the hermit", he\ncloses at 5 s\n', {}, 6.0)
    assert (trace.ending, trace.events, trace.seconds) == ("closed", (), 5.0)
