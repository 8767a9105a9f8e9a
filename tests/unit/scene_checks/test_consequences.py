"""What only follows from another fault is not told; what is a fault of its own is, on the same line or not."""

from __future__ import annotations

import pytest

from tests.unit.scene_checks.gate import GATE, told

HEAD = "closes when"
AT = "  at gate\n"


def gate(*changes: tuple[str, str]) -> str:
    text = GATE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


@pytest.mark.parametrize(
    "changes",
    [
        [("BEN may go", "BEN mya go")],
        [("asks, if", "askes, if")],
        [("leaves\n", "leeves\n")],
        [("mark road, 5 m", "mark road, 5 mm")],
        [(HEAD, "ANNA may nod, if suspects BEN means to go\n" + HEAD), (AT, AT + "  wonders iff BEN means to go: barely\n")],
        [(HEAD, 'BEN may stare "stares" if ANNA wears hood\n' + HEAD), (AT, AT + "  wears hood ovre face strongly\n")],
        [('"the stranger", he', '"the stranger, he')],
        [("BEN may answer", "BEN may ans/wer"), (HEAD, "closes 5 s after ans or when")],
    ],
)
def test_what_a_slip_hides_is_not_missed(changes: list[tuple[str, str]]) -> None:
    codes, text = told(gate(*changes))
    assert codes
    assert [code for code in codes if code.startswith("FAL2") and code not in ("FAL2224",)] == [], text


def test_a_second_slip_on_a_line_is_told_too() -> None:
    codes, text = told(gate(("  at gate\n", "  at gate\n  loves BENN: strongley\n")))
    assert codes == ["FAL1401", "FAL2001"], text


def test_a_name_written_wrongly_everywhere_is_one_fault() -> None:
    codes, text = told(GATE.replace("BEN ", "BENN ").replace('BENN "the', 'BEN "the'))
    assert codes == ["FAL2001"], text
    assert "(also on lines" in text


def test_one_cause_behind_two_conditions_is_told_once() -> None:
    lines = 'ANNA may shrug "shrugs" if asked\nANNA may sigh "sighs" if asked\n'
    codes, text = told(gate((HEAD, lines + HEAD)))
    assert codes == ["FAL2304"], text


def test_a_move_that_waits_for_an_impossible_one_is_not_told() -> None:
    lines = 'ANNA may shrug "shrugs" if asked\nANNA may sigh "sighs" after shrug\nANNA may nod "nods" after sigh\n'
    codes, text = told(gate((HEAD, lines + "closes 5 s after nod or when"), ("else still", "nodded if nod; else still")))
    assert codes == ["FAL2304"], text


def test_a_long_ring_is_told_once() -> None:
    waits = (("one", "sits", "three"), ("two", "nods", "one"), ("three", "waits", "two"), ("four", "sighs", "two"))
    lines = "".join(f'ANNA may {move} "{text}" after {other}\n' for move, text, other in waits)
    codes, text = told(gate((HEAD, lines + HEAD)))
    assert codes == ["FAL2316"], text
    assert "`one` waits for `three` waits for `two` waits for `one`" in text


def test_order_of_lines_carries_no_meaning() -> None:
    lines = GATE.splitlines()
    people = lines.index('ANNA "the guard", she')
    moved = "\n".join([lines[0], *lines[people + 4 :], *lines[people : people + 4], *lines[1:people]]) + "\n"
    assert told(moved)[0] == []


def test_people_may_share_an_id_of_a_move() -> None:
    assert told(gate((HEAD, 'ANNA may go "goes in" leaves\n' + HEAD)))[0] == []
    assert told(gate((HEAD, 'BEN may go "goes in" leaves\n' + HEAD)))[0] == ["FAL2008"]


def test_an_alternative_that_holds_does_not_excuse_one_that_cannot() -> None:
    codes, text = told(gate((HEAD, 'ANNA may bar "bars the gate" if torn or if BEN dead\n' + HEAD)))
    assert codes == ["FAL2302"], text


def test_a_negated_condition_is_not_missed() -> None:
    assert told(gate((HEAD, 'ANNA may bar "bars the gate" if not BEN dead and not asked\n' + HEAD)))[0] == []


def test_the_covering_may_be_anybodys_whose_move_it_is() -> None:
    changes = [(AT, AT + "  wears hood over face strongly\n"), (HEAD, 'anyone may bare "bares the head" drops hood\n' + HEAD)]
    assert told(gate(*changes))[0] == []
