"""Scenes whose cause is the author's hand: a head start, a pace, a constant, time passed over."""

from __future__ import annotations

from tests.laws.planted.shape import CALM, HEAD, planted

ONE = """ANNA "the girl", she
{facts}BEN "the boy", he
ANNA may act "does it" once{clause}
ANNA may idle "looks about", again
closes at 6 min
"""

AUTHORS = (
    planted(
        "a head start",
        "author leans",
        "ANNA act",
        ONE.format(facts="", clause=", leans .9"),
        (", leans .9", ""),
        head=HEAD + CALM + "set theta0 3\n",
    ),
    planted(
        "a head start beside a small wish",
        "author leans",
        "ANNA act",
        ONE.format(facts="  wants to act: barely\n", clause=", leans .8"),
        (", leans .8", ""),
        head=HEAD + CALM + "set theta0 6\n",
    ),
    planted(
        "a threshold that the scene sets low",
        "author theta0",
        "ANNA act",
        "set theta0 .1\n" + ONE.format(facts="  wants to act: barely\n", clause="").replace('ANNA may idle "looks about", again\n', ""),
        ("set theta0 .1\n", ""),
    ),
    planted(
        "dusk",
        "later dusk",
        "ANNA act",
        """ANNA "the girl", she
  wants to act: wholly
BEN "the boy", he
later dusk 20 min "Toward four," when lull 30 s
ANNA may act "does it" once, if after dusk
closes at 3 min
""",
        ("when lull 30 s", "when lull 300 s"),
        head=HEAD + CALM + "set theta0 1\n",
    ),
)
