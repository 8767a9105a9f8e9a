"""Compiled code of the tests is kept with pytest's own cache, apart from the user's, and from one run of the tests to the next."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def cache_of_tests(pytestconfig: pytest.Config) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        assert pytestconfig.cache is not None
        patch.setenv("FALTER_CACHE", str(pytestconfig.cache.mkdir("compiled")))
        yield
