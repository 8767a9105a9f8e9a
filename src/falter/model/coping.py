"""What anybody can do about what he feels, unless the scene says otherwise: inner moves that the engine adds to each person.

The ways are a closed list; which of them one has is the `copes by` line. A move
of the scene's with the same meaning takes the place of the built-in one.
"""

from __future__ import annotations

from typing import Final

from falter.model.conditions import Atom, Clause, Condition
from falter.model.moves import Meant, Move, Utterance
from falter.model.people import Person
from falter.model.scene import Scene
from falter.model.words import EMOTION_ALIASES

COPING: Final[dict[str, str]] = {
    "dwelling": "holds on to a feeling that a tie brings: hurt, love, or the anger of hatred",
    "holding down": "holds what is hidden down harder for a while",
    "looking away": "takes the eyes off someone, which can be seen; what is done in silence meanwhile is missed",
    "reappraising": "sees a thing in another light: the strongest of the hard feelings goes down, slowly",
}
"""What anybody can do about what he feels, unless a `copes by` line says otherwise."""

DWELT_ON: Final = {"hurt by": "hurt", "loves": "love", "hates": "anger"}
"""The feeling behind a tie, which its bearer may hold on to."""
TRYING: Final = ("fear", "anger", "distress", "hurt", "remorse")
"""Feelings that one would rather not have."""
STARING: Final = ("fear", "hurt", "shame", "distress", "love")
"""Feelings that make it hard to look at somebody."""
LOOKED_AT: Final = frozenset({"loves", "hates", "hurt by", "fears"})
AVERTED: Final = 4.0
INNER: Final = 3.0
SLOW: Final = 6.0
"""s that looking away, an inner move, and seeing a thing in another light take."""


def ways_of(person: Person) -> tuple[str, ...]:
    """How this person copes: every way there is, unless the scene names them."""
    return tuple(COPING) if person.copes is None else person.copes


def coping_moves(scene: Scene) -> tuple[Move, ...]:
    """The built-in moves of everybody in the scene; nobody looks away from one who never comes."""
    never = {person.id for person in scene.people if person.away and person.arrives is None}
    taken = {(who, meant.word, _plain(meant.object)) for move in scene.all_moves() for who in move.who for meant in _meant(move)}
    ids = {move.id for move in scene.all_moves()}
    made = [move for person in scene.people if not person.away for move in moves_of(person) if move.target not in never]
    return tuple(move for move in made if move.id not in ids and (move.who[0], move.means[0].word, move.means[0].object) not in taken)


def moves_of(person: Person) -> tuple[Move, ...]:
    """The built-in moves that one person would have by himself."""
    ways, made = ways_of(person), []
    if "dwelling" in ways:
        felt = [DWELT_ON[tie.word] for tie in person.ties if tie.word in DWELT_ON and tie.strength > 0.0]
        made += [_inner(person, f"dwell-on-{feeling}", "dwells on", feeling, _any((feeling,)), INNER) for feeling in dict.fromkeys(felt)]
    if "holding down" in ways:
        hidden = tuple(dict.fromkeys(_plain(word) or "" for word in person.hides))
        made += [_inner(person, f"keep-down-{feeling}", "suppresses", feeling, _shown(feeling), INNER) for feeling in hidden]
    if "reappraising" in ways:
        made.append(_inner(person, "think-again", "reappraises", None, _any(TRYING), SLOW))
    if "looking away" in ways:
        bound = (tie for tie in person.ties if tie.word in LOOKED_AT and tie.strength > 0.0)
        others = dict.fromkeys(tie.person for tie in bound if tie.person != person.id)
        made += [_aversion(person, other) for other in others]
    return tuple(made)


def built_in(scene: Scene, who: str, move: str) -> Move | None:
    """The built-in move of this id that the person has; None if there is none."""
    person = next((person for person in scene.people if person.id == who), None)
    return next((each for each in moves_of(person) if each.id == move), None) if person else None


def _inner(person: Person, id_: str, word: str, feeling: str | None, when: Condition, seconds: float) -> Move:
    means = (Meant(word=word, object=feeling),)
    return Move(who=(person.id,), id=id_, inner=True, again=True, takes=seconds, means=means, needs=when, wordings=(Utterance(text=""),))


def _aversion(person: Person, other: str) -> Move:
    return Move(
        who=(person.id,),
        id="look-away",
        towards="to",
        target=other,
        again=True,
        takes=AVERTED,
        lands=0.0,
        uses=("gaze",),
        means=(Meant(word="looks away", object=other),),
        needs=_any(STARING, Atom(word="noticed", person=other), Atom(word="within", person=other, amount=8.0)),
        wordings=(Utterance(kind="does", text="looks away"),),
    )


def _any(feelings: tuple[str, ...], *more: Atom) -> Condition:
    return Condition(clauses=tuple(Clause(atoms=(Atom(word="feels", name=feeling), *more)) for feeling in feelings))


def _shown(feeling: str) -> Condition:
    return _any((feeling,), Atom(word="alone", negated=True))


def _meant(move: Move) -> tuple[Meant, ...]:
    return (*move.means, *(meant for wording in move.wordings for meant in wording.means))


def _plain(word: str | None) -> str | None:
    return EMOTION_ALIASES.get(word, word) if word else None
