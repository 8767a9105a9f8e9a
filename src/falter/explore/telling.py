"""A sample of performances told: which of the author's lines a reader meets, and where he meets none.

Words are wanted where something befell the one whose mind the telling keeps to and no line of the author's spoke of it, whether a
sentence of the engine's stood in or nothing was told; where the lines for it had all been told; and where something was long in mind
without one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from falter.explore.tasks import Told as Progress
from falter.model.conditions import Atom
from falter.model.looks import LOOKS
from falter.model.people import Person, Words
from falter.model.words import EMOTION_ALIASES, EMOTIONS
from falter.narrate import beats as beat_kinds
from falter.narrate.beats import Beat
from falter.narrate.closeness import beats, first_mind
from falter.narrate.lines import next_form
from falter.narrate.moves import is_averted, move_of
from falter.narrate.phrasebook import phrasebook
from falter.narrate.prose import Sentence
from falter.narrate.teller import Teller, begin
from falter.narrate.telling import tell
from falter.performance.perform import perform
from falter.performance.trace import Trace
from falter.scene.checks.walk import phrase
from falter.tables.tables import Tables

LONG: Final = 20.0
"""s for which a motive was in mind, or a feeling the strongest, in one performance, to be missed there."""
OFTEN: Final = 0.3
"""Felt at least as strongly as this, something is felt: as `feels` has it."""
STRIDE: Final = 1.0
"""s between two looks at what is in mind."""
SITUATIONS: Final = {"owing": " when asked", "waiting": " when ignored", "plain": ""}


class Wanted(NamedTuple):
    """A line that the author might write: the line as it would begin, and what it would be about."""

    line: str
    about: str


@dataclass
class Told:
    """What some tellings have, and what they lack; counts are of performances."""

    runs: int = 0
    minds: set[str] = field(default_factory=set)
    """Whose mind the telling was ever close to."""
    having: Counter[str] = field(default_factory=Counter)
    """By the origin of the words: `KYLO/thinks/2`, `detail/papers`, `phrasebook/…`."""
    lacking: Counter[Wanted] = field(default_factory=Counter)
    times: Counter[Wanted] = field(default_factory=Counter)
    """How often in all."""
    words: Counter[str] = field(default_factory=Counter)
    """Words told in all, by the same origins."""
    own: int = 0
    """How many of them were the engine's."""


def told(tables: Tables, seed: int, runs: Sequence[int], progress: Progress) -> Told:
    """These runs of a scene under a seed, performed with their traces and told as the scene says."""
    found = Told()
    for run in runs:
        _tell(perform(tables, seed, run), found)
        progress(1)
    return found


def _tell(trace: Trace, found: Told) -> None:
    teller = begin(trace.scene, trace.seed, trace.scene.told.tense, phrasebook(), first_mind(trace.scene))
    having: set[str] = set()
    lacking: Counter[Wanted] = Counter()
    spans: list[tuple[str, int]] = []
    for beat in beats(trace):
        before = teller
        teller, sentences = tell(teller, beat)
        if isinstance(beat, beat_kinds.Opens):
            spans.append((beat.person, beat.step))
        having.update(sentence.origin for sentence in sentences)
        lacking.update(_lacks(before, beat, sentences))
        for sentence in sentences:
            found.words[sentence.origin] += sentence.words
            found.own += sentence.own
    for (person, start), end in zip(spans, [*(start for _, start in spans[1:]), trace.steps], strict=True):
        lacking.update(_in_mind(trace, person, start, end))
    found.runs += 1
    found.minds.update(person for person, _ in spans)
    found.having.update(having)
    found.lacking.update(set(lacking))
    found.times.update(lacking)


def _lacks(teller: Teller, beat: Beat, sentences: tuple[Sentence, ...]) -> Iterator[Wanted]:
    """What the author has no words left for in this beat, or never had."""
    if any(not sentence.engine for sentence in sentences):
        return
    wanted = _missed(teller, beat)
    if wanted is None:
        return
    words: tuple[int, ...] = getattr(beat, "words", ())
    if not words:
        yield wanted
    elif not any(next_form(teller, number) for number in words):
        yield Wanted(wanted.line, "the lines for it had all been told")


def _missed(teller: Teller, beat: Beat) -> Wanted | None:
    """The line that is missed where there is none for a beat; None where no line could be, or one is there for other moments."""
    me = teller.someone(teller.person)
    match beat:
        case beat_kinds.Silence():
            return Wanted(f'{me.id} waits "…"{SITUATIONS[beat.kind]}', "a silence for which there is no line")
        case beat_kinds.Freezes():
            return _line(me, "thinks", Atom(word="frozen"), f"stopped dead by {beat.other}")
        case beat_kinds.Slips():
            return _feeling(me, beat.who, beat.emotion, f"{beat.emotion} getting away from {beat.who}")
        case beat_kinds.Realises() | beat_kinds.Remains():
            less = beat.fading if isinstance(beat, beat_kinds.Realises) else beat.doubted
            return _of_a_belief(me, beat.wonder, less)
        case beat_kinds.Befalls():
            return _of_what_befell(me, beat)
        case beat_kinds.Acts():
            return _of_an_act(teller, beat)
    return None


def _line(me: Person, kind: str, atom: Atom, about: str) -> Wanted | None:
    """The line whose condition this atom would be; None where the person has one that asks it, whatever else it asks."""
    asked = (atom.word, atom.subject, atom.person, atom.name, atom.move)
    for words in me.words:
        for clause in words.when.clauses:
            for one in clause.atoms:
                if (one.word, one.subject, one.person, one.name, one.move) == asked and one.negated == atom.negated:
                    return None
    return Wanted(f'{me.id} {kind} "…" when {phrase(atom)}', about)


def _feeling(me: Person, whose: str, emotion: str, about: str) -> Wanted | None:
    """The line about a feeling, one's own or another's; None where there is one about a feeling that looks the same."""
    own = whose == me.id
    family = max(LOOKS[emotion], key=lambda one: LOOKS[emotion][one])
    for words in me.words:
        fits = (words.kind == "sees") != own and (own or words.person == whose)
        if fits and any(LOOKS[one].get(family, 0.0) > 0.0 for one in _feelings(words, not own)):
            return None
    said = f'senses "…" when feels {emotion}' if own else f'sees {whose} "…" when shows {emotion}'
    return Wanted(f"{me.id} {said}", about)


def _feelings(words: Words, shown: bool) -> set[str]:
    """What a line asks of feelings, in the reference's words."""
    atoms = [atom for clause in words.when.clauses for atom in clause.atoms if not atom.negated and atom.name]
    about = ("shows", "slips") if shown else ("feels", "rises", "slips")
    return {EMOTION_ALIASES.get(atom.name or "", atom.name or "") for atom in atoms if atom.word in about} & set(EMOTIONS)


def _of_a_belief(me: Person, number: int, less: bool) -> Wanted | None:
    wonder = me.wonders[number]
    about = "it is thought no more" if less else "it has come to be thought"
    if wonder.about == "means":
        return _line(me, "thinks", Atom(word="suspects", person=wonder.person, move=wonder.move, negated=less), about)
    word = "doubts" if less else "believes"
    if _line(me, "thinks", Atom(word=word, person=wonder.person, name=wonder.tie), about) is None:
        return None
    return Wanted(f'{me.id} thinks "…" when {word} {wonder.person} {wonder.tie} {wonder.other}', about)


def _of_what_befell(me: Person, beat: beat_kinds.Befalls) -> Wanted | None:
    other = beat.other or ""
    if beat.kind in ("seen", "caught") and beat.what is not None:
        emotion = max(LOOKS, key=lambda one: LOOKS[one].get(beat.what or "", 0.0))
        whose, how = (other, f"read in {other}") if beat.kind == "seen" else (me.id, f"caught from {other}")
        return _feeling(me, whose, emotion, f"{beat.what} {how}")
    if beat.kind == "hollow":
        return _line(me, "thinks", Atom(word="dead", subject=other), "emptiness")
    if beat.kind == "urge":
        return _line(me, "thinks", Atom(word="attends", name=beat.what), "an urge grown strong")
    if beat.kind == "touched":
        return Wanted(f'{me.id} senses "…" when after …', f"touched by {other}")
    if beat.kind in ("both-know", "asks-it", "asked-it"):
        return _line(me, "thinks", Atom(word="suspected by", person=other), "it lies open between them")
    return None


def _of_an_act(teller: Teller, beat: beat_kinds.Acts) -> Wanted | None:
    """An act without words, or whose words had just been told."""
    event = beat.act
    if is_averted(teller.scene, event.who, event.move) or any(one.move == event.move for one in teller.scene.told.elided):
        return None
    move = move_of(teller.scene, event.who, event.move)
    if move not in teller.scene.all_moves():
        return None  # a way of coping: nobody's line
    text = move.wordings[event.wording].text if move.wordings else ""
    if not text:
        return Wanted(f'{event.who} may {event.move} "…"', "an act without words")
    return None if event.cut else Wanted(f'{event.who} may {event.move}: does "…"', "the same words, again at once")


def _in_mind(trace: Trace, person: str, start: int, end: int) -> Iterator[Wanted]:
    """Motives in mind, and feelings, for long, with no line about them."""
    view, me = trace.view(person), next(one for one in trace.scene.people if one.id == person)
    stride = max(1, round(STRIDE / trace.dt))
    motives, feelings = _lines_about(me)
    seconds: Counter[tuple[str, str]] = Counter()
    for step in range(start, end, stride):
        if view.here(step):
            seconds["attends", view.attended(step).motive] += 1
            felt, emotion = max((view.felt(step, emotion), emotion) for emotion in EMOTIONS)
            seconds["feels", emotion] += felt >= OFTEN
    for (word, name), count in seconds.items():
        known = motives if word == "attends" else feelings
        if name and name not in known and count * STRIDE >= LONG:
            kind, about = ("thinks", "long in mind") if word == "attends" else ("senses", "long the strongest feeling")
            yield Wanted(f'{person} {kind} "…" when {word} {name}', about)


def _lines_about(me: Person) -> tuple[set[str], set[str]]:
    """Motives and feelings that lines of somebody's are about."""
    mine = [words for words in me.words if words.kind != "sees"]
    atoms = [atom for words in mine for clause in words.when.clauses for atom in clause.atoms if not atom.negated and atom.name]
    motives = {atom.name or "" for atom in atoms if atom.word == "attends"}
    return motives, {feeling for words in mine for feeling in _feelings(words, False)}
