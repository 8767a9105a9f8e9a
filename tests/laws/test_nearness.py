"""Law 3: a nearer authority raises obedience; a nearer victim lowers it (Milgram 1974, direction).

600 performances a point under the same lucks, seed 3. Shares of 600 differ with a standard error of .029 at most; ends are held 3 errors
apart, neighbours to no step of 3 errors the wrong way: false alarm at most .0013 a comparison.
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from falter.performance.batch import perform_batch
from tests.performing import tables_of

RUNS = 600
ERROR = 0.029
SCENE = """falter 1
scene The Laboratory
{constants}
place a laboratory
  mark desk
  mark chair, {victim} m from desk
  mark stool, {authority} m from desk
TEACHER "the teacher", he
  at desk
  ordered by MAN to shock LEARNER: .45
  abhors harms: .5
  copes by nothing
MAN "the experimenter", he
  at stool
LEARNER "the learner", he
  at chair
TEACHER may shock "presses the switch" on LEARNER, once, harms, cannot be undone, takes 1 s, lands at 1 s
TEACHER may refuse "takes his hand off the board" to MAN, once, defies MAN, cannot be undone, takes 1 s, lands at 1 s
closes 0 s after shock or 0 s after refuse or at 3 min
ends obeyed if shock; else not
"""


def obeyed(authority: float = 3.0, victim: float = 3.0, constants: str = "") -> float:
    tables = tables_of(SCENE.format(authority=authority, victim=victim, constants=constants), capacity=8)
    return perform_batch(tables, 3, 0, RUNS).shares()["obeyed"]


@pytest.mark.parametrize("what", ["authority", "victim"])
def test_distance_takes_its_side(what: str) -> None:
    shares = [obeyed(**{what: metres}) for metres in (0.5, 3.0, 12.0)]
    print(f"obeyed with the {what} at 0.5, 3 and 12 m:", shares)
    falling = shares if what == "authority" else shares[::-1]
    assert falling[0] - falling[-1] > 3 * ERROR
    assert all(later - earlier < 3 * ERROR for earlier, later in pairwise(falling))


def test_switched_off_distance_is_nothing_but_what_is_felt() -> None:
    off = "set authority_near 0\nset victim_near 0"
    assert abs(obeyed(authority=0.5, constants=off) - obeyed(authority=12.0, constants=off)) < 3 * ERROR
