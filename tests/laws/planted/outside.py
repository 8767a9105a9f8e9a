"""Scenes whose cause comes from outside: what others do and say, what happens, who comes in, what is read or believed."""

from __future__ import annotations

from tests.laws.planted.shape import CALM, HEAD, planted

QUICK = HEAD + CALM + "set theta0 1\n"
SLOW_BEN = """BEN "the boy", he
  tempo slow
"""

OUTSIDE = (
    planted(
        "an insult that angers",
        "act BEN insult",
        "ANNA strike-back",
        """ANNA "the girl", she
BEN "the boy", he
  wants to insult: wholly
BEN may insult "calls her a thief" to ANNA, insults, once
ANNA may strike-back "strikes him" on BEN, harms (attack +1), once
ANNA may idle "looks about", again
closes at 3 min
""",
        ("  wants to insult: wholly\n", "  wants to smile: wholly\n"),
        ('BEN may insult "calls her a thief" to ANNA, insults, once', 'BEN may smile "smiles" to ANNA, once'),
        head=HEAD + CALM + "set theta0 8\nset appraisal 2\nset tendency 1\n",
    ),
    planted(
        "a word that lets her speak",
        "act BEN admit",
        "ANNA retort",
        """ANNA "the girl", she
  wants to retort: wholly
BEN "the boy", he
  wants to admit: somewhat
BEN may admit "admits it" to ANNA, once
ANNA may retort "says what she thinks" to BEN, once, if after admit
closes at 3 min
""",
        ("  wants to admit: somewhat\n", ""),
        ('BEN may admit "admits it" to ANNA, once\n', 'BEN may admit "admits it" to ANNA, once, if frozen\n'),
        head=QUICK,
    ),
    planted(
        "a question",
        "act BEN ask",
        "ANNA reply",
        """ANNA "the girl", she
BEN "the boy", he
  wants to ask: wholly
BEN may ask "asks her" to ANNA, asks (know 0), once
ANNA may reply "answers" to asker, answers, once, if asked
ANNA may idle "looks about", again
closes at 3 min
""",
        ("asks (know 0), once", "once"),
        head=HEAD + CALM + "set theta0 3\n",
    ),
    planted(
        "he goes",
        "act BEN go",
        "ANNA weep",
        """ANNA "the girl", she
  wants to weep: wholly
BEN "the boy", he
  wants to go: wholly
BEN may go "goes" leaves (flee 0, live 0), once
ANNA may weep "weeps", once, if BEN gone
closes at 3 min
""",
        ('BEN may go "goes" leaves (flee 0, live 0), once', 'BEN may go "goes" once'),
        head=QUICK,
    ),
    planted(
        "a death",
        "act CAL kill",
        "ANNA fall",
        """ANNA "the girl", she
  loves BEN: wholly
BEN "the boy", he
CAL "the man", he
  wants to kill: wholly
CAL may kill "kills him" on BEN, kills (live 0, attack 0), cannot be undone, once
ANNA may fall "falls on her knees", stays (still +1), once
ANNA may idle "looks about", again
closes at 3 min
""",
        ("kills (live 0, attack 0), cannot be undone, once", "cannot be undone, once"),
        head=HEAD + CALM + "set theta0 7\n",
    ),
    planted(
        "what he takes out of the drawer",
        "act BEN take-out",
        "ANNA read",
        """place a room
  mark desk
ANNA "the girl", she
  at desk
  wants to read: wholly
BEN "the boy", he
  at desk
  wants to take-out: wholly
  knows LETTER
thing DRAWER "the drawer", on desk
thing LETTER "the letter", in DRAWER
BEN may take-out "takes it out" grabs LETTER, once
ANNA may read "reads it over his arm", once, if sees LETTER
closes at 3 min
""",
        ("  wants to take-out: wholly\n", ""),
        ("grabs LETTER, once", "grabs LETTER, once, if frozen"),
        head=QUICK.replace("place a yard\n", ""),
    ),
    # who comes, what happens
    planted(
        "he comes in",
        "arrival CAL",
        "ANNA greet",
        """place a yard
  mark gate
ANNA "the girl", she
  at gate
  loves CAL: wholly
BEN "the boy", he
  at gate
CAL "the father", he, away, arrives gate in 20..40 s
ANNA may greet "runs to him" to CAL, comforts, once
ANNA may idle "looks about", again
closes at 3 min
""",
        (", arrives gate in 20..40 s", ""),
        head=QUICK.replace("place a yard\n", ""),
    ),
    planted(
        "the one who ordered it stands there",
        "arrival CAL",
        "ANNA obey-him",
        """place a yard
  mark gate
ANNA "the girl", she
  at gate
  ordered by CAL to obey-him: .2
BEN "the boy", he
  at gate
CAL "the master", he, away, arrives gate in 30..40 s
ANNA may obey-him "does as she was told", once
ANNA may idle "looks about", again
closes at 3 min
""",
        (", arrives gate in 30..40 s", ""),
        head=(HEAD + CALM + "set theta0 12\nset authority_near 2\n").replace("place a yard\n", ""),
    ),
    planted(
        "the one she fears comes in",
        "arrival CAL",
        "ANNA run",
        """place a yard
  mark gate
ANNA "the girl", she
  at gate
  fears CAL: wholly
BEN "the boy", he
  at gate
CAL "the master", he, away, arrives gate in 30..40 s
ANNA may run "runs" leaves (flee +1, live 0, safety 0, still 0), once
ANNA may idle "looks about", again
closes at 3 min
""",
        (", arrives gate in 30..40 s", ""),
        head=(HEAD + CALM + "set theta0 16\n").replace("place a yard\n", ""),
    ),
    planted(
        "a bell",
        "happening bell",
        "ANNA start",
        """ANNA "the girl", she
  wants to start: wholly
BEN "the boy", he
happens bell "A bell [rings]." in 20..30 s
ANNA may start "sets off", once, if after bell
closes at 3 min
""",
        ("in 20..30 s", "in 20..30 min"),
        head=QUICK,
    ),
    planted(
        "a flood",
        "happening flood",
        "ANNA run",
        """ANNA "the girl", she
BEN "the boy", he
happens flood "Water [comes] under the door." in 20..30 s, threatens ANNA
ANNA may run "runs" leaves (flee +1, live 0), once
ANNA may idle "looks about", again
closes at 3 min
""",
        (", threatens ANNA", ""),
        head=HEAD + CALM + "set theta0 8\nset appraisal 2\nset tendency 1\n",
    ),
    planted(
        "the lamp goes out",
        "happening lamp",
        "ANNA cry-out",
        """ANNA "the girl", she
  wants to cry-out: wholly
BEN "the boy", he
happens lamp "The lamp [goes] out." in 20..30 s, dark: wholly
ANNA may cry-out "cries out", once, if dark
closes at 3 min
""",
        (", dark: wholly", ""),
        head=QUICK,
    ),
    planted(
        "she sees that he is there",
        "notice BEN",
        "ANNA speak",
        """place a yard, dark: strongly
  mark gate
  mark wall, 9 m from gate
ANNA "the girl", she
  at gate, busy
  wants to speak: wholly
BEN "the boy", he
  at wall
ANNA may speak "speaks to him" to BEN, once, if noticed BEN
closes at 6 min
""",
        ("wall, 9 m", "wall, 999 m"),
        head=QUICK.replace("place a yard\n", ""),
    ),
    # what gets away, what is seen
    planted(
        "his grief gets away from him",
        "slip BEN distress",
        "ANNA comfort",
        """ANNA "the girl", she
  loves BEN: wholly
BEN "the boy", he
  mood grief: wholly
  hides grief
ANNA may comfort "takes his hand" on BEN, comforts, once, if BEN grief slips
closes at 4 min
""",
        ("  mood grief: wholly\n", ""),
        head=HEAD + "set cope 0\nset absent 0\nset absent_busy 0\nset contagion 0\nset theta0 .5\nset slip .2\n",
    ),
    planted(
        "a face that is put on",
        "misreading BEN sadness",
        "ANNA pity",
        """place a room
  mark desk
ANNA "the girl", she
  at desk
  familiar with BEN: wholly
  wants to pity: wholly
BEN "the boy", he
  at desk
  feigns grief: wholly
ANNA may pity "pities him" to BEN, once, if BEN shows grief
closes at 3 min
""",
        ("  feigns grief: wholly\n", ""),
        head=QUICK.replace("place a yard\n", ""),
    ),
    planted(
        "a face that is what it seems",
        "reading BEN sadness",
        "ANNA pity",
        """place a room
  mark desk
ANNA "the girl", she
  at desk
  familiar with BEN: wholly
  wants to pity: wholly
BEN "the boy", he
  at desk
  mood grief: wholly
ANNA may pity "pities him" to BEN, once, if BEN shows grief
closes at 3 min
""",
        ("  mood grief: wholly\n", ""),
        head=QUICK.replace("place a yard\n", ""),
    ),
    planted(
        "a threat that is none",
        "misreading BEN means to strike",
        "ANNA run",
        """ANNA "the girl", she
  wonders if BEN means to strike: strongly
BEN "the boy", he
BEN may strike "strikes her" on ANNA, harms (attack 0), cannot be undone, if frozen
BEN may idle "looks about", again
ANNA may run "runs" leaves (flee +1, live 0), once
ANNA may wait "looks about", again
closes at 3 min
""",
        ("  wonders if BEN means to strike: strongly\n", ""),
        head=HEAD + CALM + "set theta0 7\n",
    ),
    planted(
        "what he takes up is for the wood",
        "misreading BEN means to strike",
        "ANNA cry-out",
        """ANNA "the girl", she
  wonders if BEN means to strike: .47
  wants to cry-out: wholly
BEN "the boy", he
  wants to take-axe: wholly
BEN may take-axe "takes up the axe" threatens ANNA (attack 0, live 0), once
BEN may strike "strikes her" on ANNA, harms (attack 0), cannot be undone, needs after take-axe, if frozen
BEN may idle "looks about", again
ANNA may cry-out "cries out", once, if suspects BEN means to strike
closes at 3 min
""",
        ("  wants to take-axe: wholly\n", ""),
        ("threatens ANNA (attack 0, live 0), once", "threatens ANNA (attack 0, live 0), once, if frozen"),
        head=QUICK,
    ),
    planted(
        "a threat that is one",
        "reading BEN means to strike",
        "ANNA run",
        """ANNA "the girl", she
  wonders if BEN means to strike: strongly
BEN "the boy", he
  wants to strike: somewhat
BEN may strike "strikes her" on ANNA, harms (attack 0), cannot be undone, if frozen
BEN may idle "looks about", again
ANNA may run "runs" leaves (flee +1, live 0), once
ANNA may wait "looks about", again
closes at 3 min
""",
        ("  wonders if BEN means to strike: strongly\n", ""),
        head=HEAD + CALM + "set theta0 4\n",
    ),
    # what is said, and believed
    planted(
        "a lie believed",
        "lie BEN say-dead",
        "ANNA weep",
        """ANNA "the girl", she
  wants to weep: wholly
  trusts BEN: wholly
BEN "the boy", he
  wants to say-dead: wholly
  knows dead
fact dead "Her brother is dead", false
BEN may say-dead "says it" to ANNA, tells dead, once
  says "He is dead, your brother. They sent word."
ANNA may weep "weeps", once, if believes dead
closes at 3 min
""",
        ("  wants to say-dead: wholly\n", ""),
        ("tells dead, once", "once"),
        head=QUICK,
    ),
    planted(
        "a lie that denies",
        "lie BEN deny-it",
        "ANNA pay",
        """ANNA "the girl", she
  wants to pay: wholly
  trusts BEN: wholly
  wonders if paid: .5
BEN "the boy", he
  wants to deny-it: wholly
  knows paid
fact paid "She has paid already", true
BEN may deny-it to ANNA, denies paid, once
  says "You have not paid me yet, not a penny."
ANNA may pay "pays", once, if doubts paid
closes at 3 min
""",
        ("  wants to deny-it: wholly\n", ""),
        ("denies paid, once", "once"),
        head=QUICK,
    ),
    planted(
        "the truth",
        "act BEN say-dead",
        "ANNA weep",
        """ANNA "the girl", she
  wants to weep: wholly
  trusts BEN: wholly
BEN "the boy", he
  wants to say-dead: wholly
  knows dead
fact dead "Her brother is dead", true
BEN may say-dead to ANNA, tells dead, once
  says "He is dead, your brother. They sent word."
ANNA may weep "weeps", once, if believes dead
closes at 3 min
""",
        ("  wants to say-dead: wholly\n", ""),
        ("tells dead, once", "once"),
        head=QUICK,
    ),
    planted(
        "a word not meant for her",
        "overheard BEN whisper",
        "ANNA go-out",
        """place a room
  mark desk
ANNA "the girl", she
  at desk
  wants to go-out: wholly
  trusts BEN: wholly
BEN "the boy", he
  at desk
  wants to whisper: wholly
  knows sent
CAL "the man", he
  at desk
fact sent "She is to be sent away", true
BEN may whisper to CAL, aside, tells sent, once
  says "She is to be sent away tonight."
ANNA may go-out "goes out", once, if believes sent
closes at 3 min
""",
        ("  wants to whisper: wholly\n", ""),
        ("tells sent, once", "once"),
        head=QUICK.replace("place a yard\n", ""),
    ),
)
