"""What every test may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("same", derandomize=True)
settings.register_profile("new")
settings.load_profile("same")  # a commit passes or not; `--hypothesis-profile new` goes looking for what nobody has tried

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def scenes() -> Path:
    """The folder of scenes."""
    return ROOT / "scenes"


@pytest.fixture(autouse=True, scope="session")
def cache_of_tests(pytestconfig: pytest.Config) -> Iterator[None]:
    """Compiled code of the tests is kept with pytest's own cache, apart from the user's, and from one run of the tests to the next."""
    with pytest.MonkeyPatch.context() as patch:
        assert pytestconfig.cache is not None
        patch.setenv("FALTER_CACHE", str(pytestconfig.cache.mkdir("compiled")))
        yield
