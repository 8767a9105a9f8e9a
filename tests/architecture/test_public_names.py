"""The public names: these, no others, each there when asked for."""

from __future__ import annotations

import pytest

import falter

PUBLIC = [
    "Ensemble",
    "Event",
    "NoSuchActError",
    "NoSuchBeliefError",
    "NoSuchFeelingError",
    "NoSuchLullError",
    "NotTheSameError",
    "OtherwiseError",
    "Run",
    "Scene",
    "SceneBuilder",
    "SceneError",
    "Sweep",
    "Trace",
    "VaryError",
    "WantedError",
    "WithoutError",
    "__version__",
    "load",
    "load_run",
    "parse",
]


def test_the_public_names_are_these() -> None:
    assert falter.__all__ == PUBLIC
    assert dir(falter) == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_each_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(falter, name).__doc__


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="nothing_such"):
        falter.nothing_such  # noqa: B018
