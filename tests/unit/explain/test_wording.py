"""What motives and thoughts are called."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest

from falter.api.scene import parse
from falter.explain.minds.felt_wording import FeltWording
from falter.explain.wording import Wording

SCENE = """falter 1
scene The Call
place a bank, and a van
  mark van
  mark counter, 40 m from van
link phone, van to counter, carries voice
ANNA "the girl", she, at van
  ordered by MC-COY to keep BEN on phone: strongly
  ordered by MC-COY to stand-by: somewhat
  ordered by MC-COY to help BEN: somewhat
BEN "the boy", he, at counter
MC-COY "the chief", he, at van
ANNA may stand-by "stands by"
ANNA may help "helps him" to BEN
closes at 1 min
"""
ORDERS = (
    ("obey BEN phone", "Mc-Coy's order to keep Ben on the phone"),
    ("obey stand-by MC-COY", "Mc-Coy's order to stand by"),
    ("obey help BEN", "the order to help Ben"),
)


@cache
def trace() -> Any:
    return parse(SCENE).perform(1).trace


@pytest.mark.parametrize(("label", "words"), ORDERS)
def test_an_order_is_told_by_what_is_to_be_done(label: str, words: str) -> None:
    assert label in {row.label for row in trace().tables.labels["motive"]}
    assert Wording(trace(), "ANNA").labelled(label) == words


@pytest.mark.parametrize(("label", "words"), ORDERS)
def test_and_so_it_is_where_one_fears_for_it(label: str, words: str) -> None:
    row = [one.label for one in trace().tables.labels["motive"]].index(label)
    feeling: Any = SimpleNamespace(trace=trace(), person="ANNA", step=1, emotion=trace().tables.names.emotions["fear"])
    reason: Any = SimpleNamespace(row=row)
    told = FeltWording(feeling, lambda _path: "")
    assert told._outlook(reason).what == f"it looked worse for {words}"


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("MC-COY hurt by BEN", "Mc-Coy was hurt by Ben"),
        ("MC-COY familiar with BEN", "Mc-Coy was familiar with Ben"),
        ("MC-COY loves BEN", "Mc-Coy loved Ben"),
        ("MC-COY means to help BEN", "Mc-Coy meant to help Ben"),
    ],
)
def test_a_thought_is_told_in_the_past(label: str, words: str) -> None:
    assert Wording(trace(), "ANNA").thought(label.split(" ")) == words
    who, *tie, whom = label.split(" ")
    assert Wording(trace(), "ANNA").thought([who, " ".join(tie), whom]) == words
