"""What there was between: a patient who finds it out from how late the answers are, and a promise that keeps them late.

1,000 performances of each kind; a share has a standard error of at most 1.6 points. Counted with 800 of another seed, he says it himself in
.37, in none if silence and putting off tell nothing, and the doctor tells him in .33, in .63 without the promise to the wife. A difference
is asked to be 4 of its standard errors, so that one which is not there is found less than once in thirty thousand times.
"""

from __future__ import annotations

from functools import cache

import pytest

from falter.performance.batch import Batch
from tests.laws.whole import altered, apart, performed

RUNS = 1000
SILENCE = ("set theta0 2.6\n", "set theta0 2.6\nset evasion 0\n")
PROMISE = ("  promises reassure HALE within 6 min: strongly\n", "")


@cache
def changed(*changes: tuple[str, str]) -> Batch:
    return performed(altered("a-prognosis", *changes), RUNS)


@pytest.mark.slow
def test_he_knows_it_by_what_is_not_said() -> None:
    as_it_is, deaf = changed().shares()["known"], changed(SILENCE).shares()["known"]
    print(f"\nhe says it himself: {as_it_is:.3f} as it is, {deaf:.3f} if silence and evasion tell nothing")
    assert as_it_is > 0.2
    assert deaf < 0.01


@pytest.mark.slow
def test_without_the_promise_the_doctor_tells_him_more_often() -> None:
    bound, free = changed().shares(), changed(PROMISE).shares()
    print("\nbound, free:", [{ending: round(shares[ending], 3) for ending in ("told", "comforted")} for shares in (bound, free)])
    assert apart(free["told"], bound["told"], RUNS) > 4.0
    assert apart(bound["comforted"], free["comforted"], RUNS) > 4.0
