"""Acts: every move, by each who may do it, to each it may be done to; with wordings, meanings and what it enables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from falter.diagnostics.source import Path
from falter.model.conditions import Atom, Condition
from falter.model.constants import NEAR, TONES_GOOD
from falter.model.moves import Meant, Move, Utterance
from falter.model.words import ACT_CHANNELS, FAMILIES, MEANINGS, TONE_LOOKS, TURNS
from falter.tables.conditions import Conditions
from falter.tables.motives import Motive
from falter.tables.names import Names, outlives
from falter.tables.rows import NEVER, Row, Rows
from falter.tables.worth import inherit, worth_of

CHANNEL_BITS: Final = {name: 1 << index for index, name in enumerate(ACT_CHANNELS)}
INWARD: Final = frozenset(
    {"suspects", "believes", "doubts", "suspected by", "believed by", "feels", "rises", "slips", "torn", "attends", "alone"}
    | {"recalls", "knows", "heart races", "breath short", "hands shake", "frozen"}
)
"""Condition words about what nobody else can see of the doer."""
SAYS_NOT: Final = 0
SAYS_SO: Final = 1
MAKES_SO: Final = 2
TAKES: Final = 1
GIVES: Final = 2
PUTS: Final = 3
SEARCHES: Final = 4
STEP: Final = 2.0
"""m: what one walks at a time unless the move says another distance."""


@dataclass
class Act:
    """An act before it has a row."""

    move_row: int
    move: Move
    owner: int
    target: str | None
    path: Path
    own: list[list[float]] = field(default_factory=list)
    worth: list[list[float]] = field(default_factory=list)

    def key(self, names: Names) -> tuple[str, str, str]:
        """What its luck is keyed by."""
        return names.key_of(names.people[self.owner]), "act", f"{names.key_of(self.move)} {names.person_key(self.target)}"


def acts_of(owner: int, names: Names, paths: dict[int, Path]) -> list[Act]:
    """Every act of a person, in the order of their addresses."""
    person = names.people[owner]
    made = []
    for row, move in enumerate(names.moves):
        mine = person.id in move.who or not move.who
        if mine and (person.arrives is not None or not person.away) and move.target != person.id:
            made.append(Act(row, move, owner, move.target, paths.get(id(move), ())))
    return sorted(made, key=lambda act: names.addresses.give(*act.key(names)))


class Acts:
    """Adds a person's acts to the rows."""

    def __init__(self, rows: Rows, names: Names, conditions: Conditions, constants: dict[str, float], places: dict[Path, Row]) -> None:
        self.rows = rows
        self.names = names
        self.conditions = conditions
        self.constants = constants
        self.places = places

    def add(self, owner: int, acts: list[Act], motives: list[Motive], first_motive: int) -> tuple[int, int]:
        """Rows for the acts of one person; returns (first, past the last)."""
        self._reckon_worth(acts, motives)
        first = self.rows.count("act")
        for act in acts:
            self._add_act(act, motives, first_motive)
        return first, self.rows.count("act")

    def _reckon_worth(self, acts: list[Act], motives: list[Motive]) -> None:
        doer = self.names.people[acts[0].owner].id if acts else ""
        for act in acts:
            wordings = act.move.wordings or (Utterance(text=""),)
            act.own = [
                worth_of(act.move, act.move.means + wording.means, doer, act.target, motives, self.names, self.constants["line_hold"])
                for wording in wordings
            ]
        for act in acts:
            enabled = [other.own[0] for other in acts if other is not act and _enables(act, other, self.names)]
            act.worth = [inherit(values, enabled, self.constants["near_share"]) for values in act.own]

    def _add_act(self, act: Act, motives: list[Motive], first_motive: int) -> None:
        move, names = act.move, self.names
        place = self.places.get(act.path, Row(move.id, act.path))
        person = names.people[act.owner]
        use = self.rows.fill("use", place, len(motives))
        self.rows.fill("guess", place, len(motives))
        needs = self.conditions.compile((move.needs,), act.owner, place)
        switches = self._switches(act, place)
        at = self.rows.count("act")
        self.rows.fill("list", place, 1)
        self.rows.fill("supposed", place, 1)
        self.rows.fill("tilting", place, 1)
        self.rows.fill("meddling", place, 1)
        wordings = self._wordings(act, at, place)
        key = act.key(names)
        self.rows.add(
            "act",
            Row(f"{person.id} {move.id}{f' {act.target}' if act.target else ''}", act.path, place.span),
            OWNER=act.owner,
            MOVE=act.move_row,
            TARGET=self._target(act),
            MARK=names.marks.get(act.target or "", -1),
            CHANNELS=channels_of(move),
            INNER=int(move.inner),
            LASTING=int(move.lasting),
            GRAVE=int(grave(move)),
            AGAIN=int(move.again),
            ONCE=int(move.only_once),
            WAY={"toward": 1, "from": -1}.get(move.towards or "", 0),
            WORDINGS=wordings[0],
            WORDINGS_END=wordings[1],
            CLAUSES=needs[0],
            CLAUSES_END=needs[1],
            SWITCHES=switches[0],
            SWITCHES_END=switches[1],
            USE=use,
            SPOKEN=int(bool(channels_of(move) & CHANNEL_BITS["voice"])),
            **handling(move, act.target, names),
            LINK=names.links.get(move.opens or move.closes or "", -1),
            OPENS=int(move.opens is not None),
            ASIDE=int(move.aside),
            OBJECTLESS=int(outlives(move, names)),
            ANSWERS=names.move.get(answered(move, person.id, "move") or "", -1),
            PRIVATE=int(_is_private(act)),
            REACH=reach_of(move),
            REST=self.constants["cope_rest"] if self._built_in(act) else 0.0,
            STEP=move.step if move.step is not None else STEP,
            LEAN=move.leans,
            NOISE=names.addresses.give(key[0], "noise", key[2]),
            CROSS=names.addresses.give(key[0], "cross", key[2]),
            PICK=names.addresses.give(key[0], "pick", key[2]),
            BREAK=names.addresses.give(key[0], "break", key[2]),
            NEXT=-1,
            AIM=-1,
            PENDING=-1,
        )

    def _target(self, act: Act) -> int:
        """The row of the person it is for; −2 for whoever has asked, where the line does not say who."""
        if act.target != "asker":
            return self.names.person.get(act.target or "", -1)
        return self.names.person.get(answered(act.move, self.names.people[act.owner].id, "person") or "", -2)

    def _built_in(self, act: Act) -> bool:
        return not any(act.move is move for move in self.names.scene.all_moves())

    def _switches(self, act: Act, place: Row) -> tuple[int, int]:
        first = self.rows.count("switch")
        owner = self.names.people[act.owner].id
        for things, on in ((act.move.drops, 0), (act.move.dons, 1)):
            for thing in things:
                self.rows.add("switch", Row(thing, place.path, place.span), COVER=self.names.covers[owner, thing], ON=on)
        return first, self.rows.count("switch")

    def _wordings(self, act: Act, row: int, place: Row) -> tuple[int, int]:
        first = self.rows.count("wording")
        for index, wording in enumerate(act.move.wordings or (Utterance(text=""),)):
            path = (*act.path, "wordings", index)
            at = self.places.get(path, Row(wording.text, path, place.span))
            clauses = self.conditions.compile((wording.when,), act.owner, at)
            worth = self.rows.count("worth")
            for value, own in zip(act.worth[index], act.own[index], strict=True):
                if value or own:
                    self.rows.add("worth", at, V=value, OWN=own)
                else:
                    self.rows.fill("worth", at, 1)
            meanings = self._meanings(act, row, act.move.means + wording.means, at)
            sayings = self._sayings(act, act.move.means + wording.means, at)
            takes = duration(act.move, wording, self.constants)
            self.rows.add(
                "wording",
                Row(wording.text, path, at.span),
                ACT=row,
                CLAUSES=clauses[0],
                CLAUSES_END=clauses[1],
                WORTH=worth,
                MEANINGS=meanings[0],
                MEANINGS_END=meanings[1],
                SAYINGS=sayings[0],
                SAYINGS_END=sayings[1],
                FAMILY=[*FAMILIES].index(TONE_LOOKS[wording.tone]) if wording.tone in TONE_LOOKS else -1,
                WARMTH=TONES_GOOD[wording.tone or "plain"],
                TAKES=takes,
                LANDS=landing(act.move, takes),
            )
        return first, self.rows.count("wording")

    def _question(self, act: Act, row: int, fact: str | None, at: Row) -> int:
        """The row of what the act asks, with those of its other wordings that ask it too."""
        about = self.names.facts.get(fact or "", -1)
        for question in reversed(range(self.rows.count("question"))):
            if self.rows.whole("question", question, "ACT") != row:
                break
            if self.rows.whole("question", question, "FACT") == about:
                return question
        label = Row(f"{act.move.id}{f' about {fact}' if fact else ''}", at.path, at.span)
        move = self.names.move[act.move.id]
        return self.rows.add("question", label, ACT=row, ASKER=act.owner, MOVE=move, FACT=about, DEBTOR=-1)

    def _questions(self, act: Act, row: int, means: list[Meant], at: Row) -> dict[int, int]:
        """Of a wording's meanings, by their places, those that put a question: one for each fact, or one if it is about none."""
        asks = [place for place, meant in enumerate(means) if meant.word in ("asks", "asks intent")]
        facts = {place: means[place].object for place in asks if means[place].object in self.names.facts}
        if facts:
            return {place: self._question(act, row, fact, at) for place, fact in facts.items()}
        return {place: self._question(act, row, None, at) for place in asks[:1]}

    def _meanings(self, act: Act, row: int, means: tuple[Meant, ...], at: Row) -> tuple[int, int]:
        first = self.rows.count("meaning")
        doer = self.names.people[act.owner].id
        held = [meant for meant in means if meant.by in (None, doer)]
        questions = self._questions(act, row, held, at)
        for place, meant in enumerate(held):
            self.rows.add(
                "meaning",
                Row(meant.word, at.path, at.span),
                WORD=list(MEANINGS).index(meant.word),
                PERSON=self.names.person.get(meant.object or "", -2),
                FEELING=self.names.emotions.get(meant.object or "", -1),
                QUESTION=questions.get(place, -1),
                MEMORY=self.names.memory.get(meant.object or "", -1),
            )
        return first, self.rows.count("meaning")

    def _sayings(self, act: Act, means: tuple[Meant, ...], at: Row) -> tuple[int, int]:
        """What is told, denied or made so; nothing of a fact twice."""
        first = self.rows.count("saying")
        doer = self.names.people[act.owner].id
        said = [(fact, SAYS_SO) for fact in act.move.tells]
        said += [(meant.object or "", SAYS_NOT) for meant in means if meant.word == "denies" and meant.by in (None, doer)]
        said += [(meant.object or "", MAKES_SO) for meant in means if meant.word == "makes" and meant.by in (None, doer)]
        for fact, kind in dict.fromkeys(said):
            if fact in self.names.facts:
                self.rows.add("saying", Row(fact, at.path, at.span), FACT=self.names.facts[fact], KIND=kind)
        return first, self.rows.count("saying")


def handling(move: Move, target: str | None, names: Names) -> dict[str, int]:
    """What the act does with a thing, or which it walks to."""
    what = TAKES if move.grabs else GIVES if move.gives else PUTS if move.puts else SEARCHES if move.searches else 0
    thing = move.grabs or move.gives or (move.puts[0] if move.puts else target or "")
    return {
        "HANDLES": what,
        "THING": names.things.get(thing, -1),
        "SPOT": names.spots.get(move.puts[2] if move.puts else move.searches or "", -1),
        "HIDES": int(move.puts is not None and move.puts[1] != "on"),
    }


def grave(move: Move) -> bool:
    """Would the scene turn with it? Neither an inner move nor one that may be done again and again does that."""
    meant = (*move.means, *(meaning for wording in move.wordings for meaning in wording.means))
    return (move.lasting or any(meaning.word in TURNS for meaning in meant)) and not move.inner and not move.again


def answered(move: Move, doer: str, by: str) -> str | None:
    """The move, or the person (`by`), whose question this one answers, where each way of being open names that one with `asked by`."""
    named: set[str | None] = set()
    for clause in move.needs.clauses:
        asked = (atom for atom in clause.atoms if atom.word == "asked" and not atom.negated and atom.subject in (None, doer))
        named.add(next((getattr(atom, by) for atom in asked), None))
    return named.pop() if len(named) == 1 else None


def channels_of(move: Move) -> int:
    """Bit mask of the act channels a move occupies."""
    if move.uses:
        return sum(CHANNEL_BITS[name] for name in move.uses)
    if move.inner:
        return CHANNEL_BITS["mind"]
    bits = 0
    if any(wording.kind == "says" for wording in move.wordings):
        bits |= CHANNEL_BITS["voice"]
    if move.towards in ("toward", "from") or any(meant.word == "leaves" for meant in move.means):
        bits |= CHANNEL_BITS["body"]
    return bits or CHANNEL_BITS["hands"]


def duration(move: Move, wording: Utterance, constants: dict[str, float]) -> float:
    """s an act takes: as its move says, or by its words."""
    if move.takes is not None:
        return move.takes
    return max(constants["least_time"], constants["word_time"] * len(wording.text.split()))


def landing(move: Move, takes: float) -> float:
    """s until it takes effect: as its move says; else at the end for speech, at the middle for deeds."""
    if move.lands is not None:
        return min(move.lands, takes)
    return takes if channels_of(move) & CHANNEL_BITS["voice"] else 0.5 * takes


def reach_of(move: Move) -> float:
    """How near its target an act must be, m: the least distance it needs from the target in every case; beyond reach if it need not."""
    clauses = [[atom for atom in clause.atoms if _of_target(atom, move)] for clause in move.needs.clauses]
    if not clauses or not all(clauses):
        return NEVER
    return max(min(NEAR if atom.word == "near" else (atom.amount or 0.0) for atom in atoms) for atoms in clauses)


def _of_target(atom: Atom, move: Move) -> bool:
    return (
        atom.word in ("near", "within")
        and atom.name is None
        and not atom.negated
        and atom.subject is None
        and atom.person in (None, move.target)
    )


def _is_private(act: Act) -> bool:
    """Does whether it is open hang on what is inside the doer?"""
    conditions = [wording.when for wording in act.move.wordings]
    return _inward(act.move.needs) or (bool(conditions) and all(_inward(when) for when in conditions))


def _inward(condition: Condition) -> bool:
    return any(atom.word in INWARD and atom.subject is None for clause in condition.clauses for atom in clause.atoms)


def _enables(act: Act, other: Act, names: Names) -> bool:
    """Does the one bring the other nearer: by walking to where it can be done, or by having to be done before it?"""
    if _hands_over(act, other.move) or _puts_through(act, other, names):
        return True
    return any(_brings(act, other, atom) for atom in _needed(other.move) if not atom.negated and atom.subject is None)


def _hands_over(act: Act, other: Move) -> bool:
    """Does the one bring a thing, or the place for it, within the other's reach?"""
    if other.searches is not None:
        return act.move.towards == "toward" and act.target == other.searches
    thing = other.grabs or other.gives or (other.puts[0] if other.puts else None)
    if thing is None:
        return False
    if act.move.towards == "toward":
        return act.target == thing or (other.puts is not None and act.target == other.puts[2])
    return act.move.grabs == thing and other.grabs is None


def _puts_through(act: Act, other: Act, names: Names) -> bool:
    """Does the one open the link that the other is spoken into?"""
    if act.move.opens is None or other.target not in names.person or not channels_of(other.move) & CHANNEL_BITS["voice"]:
        return False
    ends = next((link.between for link in names.scene.links if link.id == act.move.opens), ())
    return names.people[names.person[other.target]].at in ends


def _brings(act: Act, other: Act, atom: Atom) -> bool:
    if atom.word == "done":
        return atom.move == act.move.id
    if atom.word == "on":
        return atom.name == act.move.opens
    if act.move.towards != "toward":
        return False
    if atom.word == "at":
        return atom.name == act.target
    return atom.word in ("near", "within") and (atom.name or atom.person or other.target) == act.target


def _needed(move: Move) -> list[Atom]:
    return [atom for clause in move.needs.clauses for atom in clause.atoms]
