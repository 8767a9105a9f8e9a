"""Addresses depend on ids alone, and two draws never share one unsaid."""

from __future__ import annotations

import pytest

from falter.numeric import addresses
from falter.numeric.addresses import Addresses, CollisionError, address


def test_an_address_is_a_64_bit_word_of_its_ids() -> None:
    assert 0 <= address("KYLO", "noise", "strike") < 2**64
    assert address("KYLO", "noise", "strike") == address("KYLO", "noise", "strike")


def test_ids_do_not_run_into_each_other() -> None:
    words = {address("AB", "C", "D"), address("A", "BC", "D"), address("A", "B", "CD"), address("", "ABC", "D"), address("ABCD", "", "")}
    assert len(words) == 5


def test_the_same_draw_may_ask_twice() -> None:
    given = Addresses()
    assert given.give("KYLO", "noise", "strike") == given.give("KYLO", "noise", "strike")
    assert list(given.given.values()) == [("KYLO", "noise", "strike")]


def test_a_collision_names_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "address", lambda *_: 7)
    given = Addresses()
    given.give("KYLO", "noise", "strike")
    with pytest.raises(CollisionError, match=r"KYLO/noise/strike and HUX/noise/rise") as caught:
        given.give("HUX", "noise", "rise")
    assert (caught.value.first, caught.value.second) == (("KYLO", "noise", "strike"), ("HUX", "noise", "rise"))
