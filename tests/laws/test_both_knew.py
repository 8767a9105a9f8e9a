"""*They both knew* in the general's office: in many performances as it is, in none where there is nothing to know or nobody to know it.

1,000 performances each, seed 20261123. A share has a standard error of at most .016; what is asked of the office as it is lies five of
them and more from what was measured (.52). Zeros are exact: there is no chance in them. Where delay says nothing the share was .03:
asked for is that it is less than half of the other, which were it equal luck would do in less than one of a million.
"""

from __future__ import annotations

from functools import cache

import pytest

from falter.performance.batch import perform_batch
from tests.performing import SCENES, tables_of

SEED, RUNS = 20261123, 1000
KYLO_LOVES, HUX_LOVES = "  loves HUX: .57\n", "  loves KYLO: .75, hidden\n"
UNMASKS = "reveals love (secrecy -.4, cherish +.35), if noticed by HUX"


@cache
def share(changed: str = "", to: str = "", constants: str = "") -> tuple[float, float]:
    """Of performances in which both know of a love, and of those in which both know what he means to do."""
    text = (SCENES / "the-generals-office.falter").read_text("utf-8")
    assert text.count(changed) == 1 or not changed
    batch = perform_batch(tables_of((text.replace(changed, to) if changed else text) + constants), SEED, 0, RUNS)
    known = [{one.what or "" for one in batch.incidents(run) if one.kind == "both know"} for run in range(RUNS)]
    loves, means = (sum(any(word in what for what in whats) for whats in known) / RUNS for word in ("loves", "means"))
    print(f"\n{to.strip() or 'as it is'} {constants.strip()}: both know of a love {loves:.3f}, of what he means {means:.3f}")
    return loves, means


@pytest.mark.slow
def test_as_it_is_both_often_know() -> None:
    loves, means = share()
    assert loves > 0.4
    assert means > 0.4


@pytest.mark.slow
@pytest.mark.parametrize(("changed", "to"), [(KYLO_LOVES, "  loves HUX: 0\n"), (HUX_LOVES, "  loves KYLO: 0, hidden\n")])
def test_where_one_does_not_love_no_love_is_known_to_both(changed: str, to: str) -> None:
    assert share(changed, to)[0] == 0.0


@pytest.mark.slow
def test_without_a_second_thought_nothing_is() -> None:
    assert share(constants="\nset second_order 0\n") == (0.0, 0.0)


@pytest.mark.slow
def test_where_delay_says_nothing_it_is_seldom_known() -> None:
    assert share(constants="\nset delay_weight 0\n")[0] < 0.5 * share()[0]


@pytest.mark.slow
def test_a_mask_that_is_kept_on_makes_it_no_likelier() -> None:
    """What tells of love is the waiting, which a mask does not hide: kept on, it costs little."""
    assert share(UNMASKS, UNMASKS + " and SNOKE dead")[0] < share()[0] + 0.05
