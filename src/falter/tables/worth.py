"""What an act is worth to its doer: meaning words, norms, wants and orders as numbers over motives (docs/mind.md 2)."""

from __future__ import annotations

from falter.model.constants import CONSTANTS, DEEDS, DWELL_WORTH, GAINS, TENDENCIES
from falter.model.moves import Meant, Move
from falter.model.words import EMOTIONS, MEANINGS
from falter.tables.adding import added
from falter.tables.motives import Motive
from falter.tables.names import Names


def worth_of(
    move: Move, means: tuple[Meant, ...], doer: str, target: str | None, motives: list[Motive], names: Names, hold: float
) -> list[float]:
    """`V[a, m]` for each motive: the change of prospect the doer expects, in [-1, 1]; overrides of a line replace defaults."""
    held = [meant for meant in means if meant.by is None or meant.by == doer]
    values = []
    for motive in motives:
        if motive.link:
            value = keeping(move, held, target, motive, hold)
        else:
            value = added(_default(meant, motive, doer, target, names) for meant in held)
        given = [
            effect.value
            for meant in held
            for effect in meant.effects
            if effect.motive == motive.kind and _about(motive, meant.object or target)
        ]
        values.append(_clip(added(given) if given else value + _of_the_move(move, held, target, motive)))
    return values


def _default(meant: Meant, motive: Motive, doer: str, target: str | None, names: Names) -> float:
    about = meant.object if meant.object in names.person else target
    total = 0.0
    if meant.word == "dwells on" and meant.object in names.emotions:
        felt = list(EMOTIONS)[names.emotions[meant.object]]
        total += DWELL_WORTH * (GAINS.get(motive.kind, {}).get(felt, 0.0) + float(TENDENCIES.get(motive.kind) == felt))
    for kind, whose, value in MEANINGS[meant.word].effects:
        if kind != motive.kind or not _same_question(meant, motive, names):
            continue
        if (
            (whose == "self" and motive.object == doer)
            or (whose == "any" and _of_hidden(meant, motive, names))
            or (whose == "target" and about is not None and motive.object in (None, about))
        ):
            total += value if value > 0.0 else value * _risk(meant, doer, names)
    return total


def _risk(meant: Meant, doer: str, names: Names) -> float:
    """The chance that what an act costs has to be paid: that a probe is noticed; 1 for anything else."""
    if meant.word != "probes":
        return 1.0
    power = max((power.strength for power in names.people[names.person[doer]].powers), default=0.0)
    rate = dict(names.scene.constants).get("probe_noticed", CONSTANTS["probe_noticed"].default)
    return min(1.0, rate * power)


def _of_hidden(meant: Meant, motive: Motive, names: Names) -> bool:
    """A secret is touched only by what is about it; anything else by all."""
    if motive.kind != "secrecy" or meant.object not in names.emotions:
        return True
    return names.emotions[meant.object] == names.emotions[motive.feeling or ""]


def _same_question(meant: Meant, motive: Motive, names: Names) -> bool:
    """A question about a fact serves only the wish to know that; the wish to know one is served by no question about somebody's intent."""
    if motive.kind != "know":
        return True
    return motive.fact == meant.object if meant.object in names.facts else motive.fact is None or meant.word == "asks"


def _about(motive: Motive, object: str | None) -> bool:
    return motive.object is None or object is None or motive.object == object or motive.kind in ("obey", "know", "live")


def keeping(move: Move, held: list[Meant], target: str | None, motive: Motive, hold: float) -> float:
    """What an act does to keeping someone on a line: speech holds him, the more the more good it does him; ending it loses him."""
    if move.closes == motive.link or any(meant.word in ("leaves", "dies") for meant in held):
        return -1.0
    if target not in (motive.target, "asker") or not any(wording.kind == "says" for wording in move.wordings):
        return 0.0
    return hold + added(DEEDS[meant.word][0] for meant in held if meant.object in (None, motive.target))


def _of_the_move(move: Move, means: list[Meant], target: str | None, motive: Motive) -> float:
    """+1 for what was ordered or wanted; −1 (+1) for what a norm is against (for)."""
    if motive.kind in ("obey", "want", "keep") and motive.move == move.id and motive.target in (None, target):
        return 1.0
    if motive.kind == "norm" and any(meant.word == motive.meaning for meant in means):
        return -1.0 if motive.against else 1.0
    return 0.0


def _clip(value: float) -> float:
    return max(-1.0, min(1.0, value))


def inherit(values: list[float], enabled: list[list[float]], share: float) -> list[float]:
    """What an act is worth with a part of the act it brings nearer: for each motive the one that weighs most (our assumption).

    >>> inherit([0.0, 0.2], [[1.0, -0.5], [0.0, -1.0]], 0.3)
    [0.3, -0.09999999999999998]
    """
    if not enabled:
        return values
    return [_clip(value + share * max((row[m] for row in enabled), key=abs)) for m, value in enumerate(values)]
