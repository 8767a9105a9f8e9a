"""Who reads whose feelings, and what he looks for in that one's face (docs/mind/reading.md)."""

from __future__ import annotations

from typing import Final

from falter.model.looks import LOOKS
from falter.model.people import Person
from falter.model.words import CONDITIONS, DISPLAY_CHANNELS, FAMILIES
from falter.tables.adding import added
from falter.tables.following import exp, log
from falter.tables.names import Names
from falter.tables.rows import Row, Rows

AXES: Final = 3
LEAST: Final = 1e-6


def add_glances(rows: Rows, names: Names, constants: dict[str, float]) -> None:
    """A row for each pair that matters, by reader; each person's manner."""
    rows.add("score", Row("score"))
    read = {(values["READER"], values["ACTOR"]): at for at, values in enumerate(rows.values["read"])}
    for owner, reader in enumerate(names.people):
        first = rows.count("glance")
        for row, actor in enumerate(names.people):
            if matters(reader, actor, names):
                _add(rows, names, reader, actor, read.get((owner, row), -1), constants)
        manner = [names.addresses.give(names.key_of(reader), "manner", cue) for cue in cues()]
        rows.set("person", owner, GLANCES=first, GLANCES_END=rows.count("glance"), MANNERS=manner)
        fore = [names.addresses.give(names.key_of(reader), "expresses", what) for what in (*FAMILIES, "when")]
        rows.set("person", owner, EXPRESSES=fore, FOREMOST=-1)


def cues() -> list[str]:
    """What each number of a look is of: `face 0`."""
    return [f"{channel} {axis}" for channel in DISPLAY_CHANNELS for axis in range(AXES)]


def matters(reader: Person, actor: Person, names: Names) -> bool:
    """Does the one read the other's feelings? Where a tie, a wonder, a line or a move is between them; strangers perceive acts only."""
    if reader is actor:
        return False
    if any(tie.person == actor.id for tie in reader.ties) or any(wonder.person == actor.id for wonder in reader.wonders):
        return True
    if reader.powers or any(words.person == actor.id for words in reader.words):
        return True
    return any(
        (reader.id in move.who and move.target == actor.id) or (actor.id in move.who and move.target == reader.id) for move in names.moves
    )


def _add(rows: Rows, names: Names, reader: Person, actor: Person, read: int, constants: dict[str, float]) -> None:
    loves = any(
        wonder.about == "tie" and wonder.person == actor.id and wonder.tie == "loves" and wonder.other == reader.id
        for wonder in reader.wonders
    )
    prior = [log(share) for share in looked_for(reader, actor, names, constants)]
    key, other = names.key_of(reader), names.key_of(actor)
    rows.add(
        "glance",
        Row(f"{reader.id} looks at {actor.id}"),
        READER=names.person[reader.id],
        ACTOR=names.person[actor.id],
        READ=read if loves else -1,
        PRIOR=prior,
        EXPECTED=[exp(share) for share in prior],
        PROBE=[names.addresses.give(key, "probe", f"{other} {what}") for what in (*FAMILIES, "noticed")],
        CUE=[names.addresses.give(key, "look", f"{other} {cue}") for cue in cues()],
        LOGL=prior,
        BELIEF=looked_for(reader, actor, names, constants),
        LEADS=-1,
    )


def looked_for(reader: Person, actor: Person, names: Names, constants: dict[str, float]) -> list[float]:
    """How often the reader looks for each family, and for none: all alike, but for what knowing the other tells of how he has been.

    What he has been like are the moods he came in with, those that are not hidden.
    """
    known = max((tie.strength for tie in reader.ties if tie.word == "familiar with" and tie.person == actor.id), default=0.0)
    share = constants["familiar"] * constants["familiar_prior"] * known
    hidden = {names.emotions[word] for word in actor.hides if word in names.emotions}
    of_late = dict.fromkeys(FAMILIES, 0.0)
    for felt in actor.moods:
        emotion = names.emotions[felt.emotion]
        if emotion not in hidden:
            for family, looks in LOOKS[list(LOOKS)[emotion]].items():
                of_late[family] = max(of_late[family], looks * (felt.strength if felt.strength is not None else 0.5))
    calm = max(LEAST, 1.0 - max(of_late.values()))
    total = added(of_late.values()) + calm
    alike = 1.0 / (len(FAMILIES) + 1)
    return [max(LEAST, (1.0 - share) * alike + share * level / total) for level in (*of_late.values(), calm)]


def resolve_shown(rows: Rows) -> None:
    """What someone shows is judged by the one whose line it is, where he reads the other: those atoms get the row of that glance."""
    glances = {(values["READER"], values["ACTOR"]): at for at, values in enumerate(rows.values["glance"])}
    shows = list(CONDITIONS).index("shows")
    for at, values in enumerate(rows.values["atom"]):
        if values.get("OP") == shows:
            rows.set("atom", at, B=glances.get((values.get("KNOWER", -1), values["SUBJECT"]), -1))
