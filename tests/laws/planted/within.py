"""Scenes whose cause is in the one who acts: a motive of each kind, a mood, a memory, a deadline; and luck, where there is none."""

from __future__ import annotations

from tests.laws.planted.shape import CALM, HEAD, planted

TWO = """ANNA "the girl", she
{facts}BEN "the boy", he
ANNA may act "does it" to BEN, {means}, once
ANNA may idle "looks about", again
closes at 3 min
"""


def two(name: str, cause: str, facts: str, means: str, *less: tuple[str, str], head: str = HEAD + CALM + "set theta0 4\n"):  # type: ignore[no-untyped-def]
    return planted(name, cause, "ANNA act", TWO.format(facts=facts, means=means), *(less or ((facts, ""),)), head=head)


WITHIN = (
    two("love", "motive cherish BEN", "  loves BEN: wholly\n", "comforts (cherish +1)"),
    two("a wish", "motive want act", "  wants to act: wholly\n", "stays (still 0, flee 0)"),
    two("an order", "motive obey act BEN", "  ordered by BEN to act: wholly\n", "stays (still 0, flee 0)"),
    two("an old hurt", "motive redress BEN", "  hurt by BEN: wholly\n", "accuses (redress +1, attack 0)"),
    two("fear of him", "motive safety BEN", "  fears BEN: wholly\n", "submits (safety +1, live 0)"),
    two("a norm", "motive norm comforts", "  honours comforts: wholly\n", "comforts (cherish 0)"),
    two("his opinion", "motive regard BEN", "  respects BEN: wholly\n", "praises (regard +1)"),
    two(
        "a secret",
        "motive secrecy love",
        "  hides love\n",
        'evades (secrecy +1, answer 0)\nANNA may show "shows it" reveals love (secrecy -1)',
        head=HEAD + CALM + "set secrecy_weight 1\nset theta0 4\n",
    ),
    two("curiosity", "motive know BEN", "  wonders if BEN means to go: barely\n", 'asks (know +1)\nBEN may go "goes" leaves, if after act'),
    two("a promise", "motive keep act", "  promises act: wholly\n", "stays (still 0, flee 0)"),
    two("rage", "motive attack anger", "  mood rage: wholly\n", "insults (attack +1, redress 0)"),
    two("dread", "motive flee fear", "  mood dread: wholly\n", "looks away (flee +1)"),
    two("grief", "motive still distress", "  mood grief: wholly\n", "mourns (still +1)"),
    two("guilt", "motive atone remorse", "  mood guilt: wholly\n", "atones (atone +1, live 0)"),
    planted(
        "an ultimatum",
        "motive keep hit",
        "ANNA hit",
        """ANNA "the girl", she
  promises hit unless BEN gone within 40 s: wholly
BEN "the boy", he
ANNA may hit "hits him" on BEN, harms (attack 0), once
ANNA may idle "looks about", again
BEN may go "goes" leaves (flee 0, live 0), if after hit
closes at 3 min
""",
        ("  promises hit unless BEN gone within 40 s: wholly\n", ""),
        head=HEAD + CALM + "set theta0 8\nset promise_rise 20\n",
    ),
    # a deadline
    two(
        "the last minute of an order",
        "deadline obey act BEN",
        "  ordered by BEN to act: .2, within 80 s\n",
        "stays (still 0, flee 0)",
        (", within 80 s", ""),
        head=HEAD + CALM + "set theta0 16\nset tau_u 8\nset u_min .1\n",
    ),
    two(
        "the last minute of a promise",
        "deadline keep act",
        "  promises act within 70 s: .3\n",
        "stays (still 0, flee 0)",
        (" within 70 s", ""),
        head=HEAD + CALM + "set theta0 16\nset tau_u 8\nset u_min .1\n",
    ),
    # a memory
    planted(
        "a memory that angers",
        "memory cellar",
        "ANNA curse",
        """ANNA "the girl", she
  remembers cellar "The door [shuts]." feels anger wholly, woken by BEN
BEN "the boy", he
ANNA may curse "curses" to BEN, insults (attack +1), once
ANNA may idle "looks about", again
closes at 3 min
""",
        ('  remembers cellar "The door [shuts]." feels anger wholly, woken by BEN\n', ""),
        head=HEAD + CALM + "set theta0 8\nset recall_rate .1\nset recall_feeling 1\n",
    ),
    planted(
        "a memory that she speaks of",
        "memory nights",
        "ANNA tell",
        """ANNA "the girl", she
  wants to tell: wholly
  remembers nights "Nobody [goes] to bed." feels joy, woken by BEN
BEN "the boy", he
ANNA may tell "tells him of it" to BEN, once, if recalls nights
ANNA may idle "looks about", again
closes at 3 min
""",
        (", once, if recalls nights", ", once, if frozen"),
        head=HEAD + CALM + "set theta0 1\nset recall_rate .1\n",
    ),
    planted(
        "a memory that frightens",
        "memory fire",
        "ANNA run",
        """ANNA "the girl", she
  remembers fire "The curtain [catches]." feels fear wholly, woken by BEN
BEN "the boy", he
ANNA may run "runs" leaves (flee +1, live 0), once
ANNA may idle "looks about", again
happens bell "A bell [rings]." in 20..30 s
closes at 3 min
""",
        ("feels fear wholly, woken by BEN", "feels joy barely, woken by BEN"),
        head=HEAD + CALM + "set theta0 8\nset recall_rate 1\nset recall_feeling 1\n",
    ),
    # luck
    two("nothing for it", "luck", "", "looks away (flee 0, secrecy 0, know 0)", ("to BEN", "to BEN"), head=HEAD + CALM),
    planted(
        "one of three doors",
        "luck",
        "ANNA left",
        """ANNA "the girl", she
BEN "the boy", he
ANNA may left "takes the left door", once
ANNA may middle "takes the middle door", once
ANNA may right "takes the right door", once
closes at 3 min
""",
    ),
    planted(
        "for no reason at all",
        "luck",
        "ANNA laugh",
        """ANNA "the girl", she
BEN "the boy", he
ANNA may laugh "laughs", once
ANNA may idle "looks about", again
closes at 3 min
""",
        head=HEAD + CALM + "set theta0 20\nset lapse .05\n",
    ),
)
