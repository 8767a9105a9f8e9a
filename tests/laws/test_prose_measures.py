"""What holds of the telling over many performances of the general's office.

Counts over seeds 0 … n − 1: no chance beside the performances' own, so the same on every machine. Eight seeds in the default run,
a hundred behind `slow`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest

from falter.model.people import Person
from falter.narrate import Prose, prose
from falter.narrate.pronouns import PRONOUN_CASES, epithet
from falter.narrate.reaching import told_step
from falter.performance import perform
from falter.performance.trace import Trace
from falter.pipeline import check_scene, compile_scene, read_scene
from falter.tables import Tables

SCENE = Path(__file__).parents[2] / "scenes" / "the-generals-office.falter"
FEW, MANY = 8, 100
AUTHOR = 0.7
SELDOM = 0.05
APART = 0.4


class Told(NamedTuple):
    """One performance: as it ended, its acts, and its telling."""

    ending: str
    acts: tuple[tuple[str, str, int], ...]
    prose: Prose


@cache
def tables() -> Tables:
    reading = read_scene(SCENE.read_bytes(), SCENE.name)
    return compile_scene(check_scene(reading), reading.places)


@lru_cache(maxsize=FEW)
def trace_of(seed: int) -> Trace:
    return perform(tables(), seed)


@cache
def told(seed: int) -> Told:
    trace = trace_of(seed)
    return Told(trace.ending, tuple((event.who, event.move, event.wording) for event in trace.events), prose(trace))


def many(seeds: int) -> list[Told]:
    return [told(seed) for seed in range(seeds)]


SIZES = pytest.mark.parametrize("seeds", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])


@SIZES
def test_most_words_are_the_author_s(seeds: int) -> None:
    words = sum(sentence.words for one in many(seeds) for sentence in one.prose.sentences)
    own = sum(sentence.own for one in many(seeds) for sentence in one.prose.sentences)
    assert 1 - own / words >= AUTHOR
    assert min(one.prose.share() for one in many(seeds)) >= AUTHOR


@SIZES
def test_a_sentence_of_the_engine_s_is_seldom_met_and_never_twice(seeds: int) -> None:
    met: dict[str, int] = {}
    for one in many(seeds):
        texts = [sentence.text for sentence in one.prose.sentences if sentence.engine]
        origins = [sentence.origin for sentence in one.prose.sentences if sentence.engine]
        assert len(set(texts)) == len(texts)
        for origin in {*origins}:
            met[origin] = met.get(origin, 0) + 1
    assert max(met.values(), default=0) <= max(1, SELDOM * seeds)


def distance(first: tuple[object, ...], second: tuple[object, ...]) -> float:
    """Levenshtein's distance as a share of the longer."""
    row = list(range(len(second) + 1))
    for i, one in enumerate(first, 1):
        fresh = [i]
        for j, other in enumerate(second, 1):
            fresh.append(min(row[j] + 1, fresh[-1] + 1, row[j - 1] + (one != other)))
        row = fresh
    return row[-1] / max(len(first), len(second), 1)


@SIZES
def test_performances_that_end_alike_differ(seeds: int) -> None:
    endings = {one.ending for one in many(seeds)}
    for ending in endings:
        alike = [one for one in many(seeds) if one.ending == ending]
        if len(alike) < 4:
            continue
        assert median(distance(one.acts, other.acts) for one, other in combinations(alike[:25], 2)) >= APART
        told_as = [tuple(sentence.origin for sentence in one.prose.sentences) for one in alike[:25]]
        assert median(distance(one, other) for one, other in combinations(told_as, 2)) >= APART


def test_the_measure_of_distance() -> None:
    assert distance(("a", "b", "c"), ("a", "b", "c")) == 0
    assert distance(("a", "b"), ("c", "d")) == 1
    assert distance(("a", "b", "c", "d"), ("a", "c", "d")) == 0.25
    assert distance((), ()) == 0


def subject_of(sentence_origin: str, event: int | None, pov: str, trace: Trace) -> str | None:
    """Whom a sentence is about, where that can be told without reading it: doer, waiter, owner of the body, one seen."""
    if event is not None:
        return trace.view(pov).events[event].who
    person, _, line = sentence_origin.partition("/")
    kind, _, number = line.partition("/")
    if kind in ("waits", "senses"):
        return person
    if kind == "sees":
        return next(someone for someone in trace.scene.people if someone.id == person).words[int(number)].person
    return None


def named(text: str, people: tuple[Person, ...]) -> set[str]:
    """People called outright, outside speech."""
    bare = re.sub(r"“[^”]*”", "", text).lower()
    return {person.id for person in people if epithet(person).lower() in bare}


OF_ANOTHER = "/(?:slip|under|tone|breaks|cut|seen|seems|averted)[-/]"


def is_of(pov: str, text: str, origin: str) -> bool:
    """Is a sentence without a subject about the one whose mind it is? His thoughts are; what slips or is heard is another's."""
    return f"{pov}/thinks" in origin or (text.startswith(("He ", "His ")) and not re.search(OF_ANOTHER, origin))


@pytest.mark.parametrize("pov", ["KYLO", "HUX"])
def test_pronouns_resolve(pov: str) -> None:
    """A subject told by pronoun was the last subject of its paragraph, or nobody else of that pronoun was spoken of since the last one."""
    checked = 0
    for seed in range(FEW):
        trace = trace_of(seed)
        people = {person.id: person for person in trace.scene.people}
        before: set[str] = set()
        for paragraph in prose(trace, pov=pov).paragraphs:
            here: set[str] = set()
            last: str | None = None
            for sentence in paragraph.sentences:
                subject = subject_of(sentence.origin, sentence.event, pov, trace)
                if subject is not None:
                    pronoun = PRONOUN_CASES[people[subject].pronoun]["subject"]
                    if re.match(rf"{pronoun.capitalize()} ", sentence.text) or re.search(rf"” {pronoun} (?:said|asked)\b", sentence.text):
                        rivals = {id_ for id_ in here | before if id_ != subject and people[id_].pronoun == people[subject].pronoun}
                        assert last == subject or not rivals, (seed, str(paragraph))
                        checked += 1
                    here.add(subject)
                here |= named(sentence.text, trace.scene.people)
                opens = next((id_ for id_ in here if sentence.text.lower().startswith(epithet(people[id_]).lower())), None)
                first = re.split(r"(?i)\b(?:he|him|his)\b", sentence.text)[0]
                alone = named(first, trace.scene.people) if sentence.engine else set()
                opens = opens or (alone.pop() if len(alone) == 1 else None)
                if subject or opens:
                    last = subject or opens
                elif is_of(pov, sentence.text, sentence.origin):
                    last = pov
            before = here
    assert checked > 30


def test_twins_of_a_seed_are_told_alike() -> None:
    assert str(prose(perform(tables(), 3))) == str(told(3).prose)


@pytest.mark.parametrize("pov", [None, "KYLO", "HUX"])
def test_the_dead_do_not_speak(pov: str | None) -> None:
    """Nothing that somebody says or does is told at a step at which he is dead, whichever mind it is told close to; what kills him is."""
    ended = 0
    for seed in range(FEW):
        trace = trace_of(seed)
        died = {one: step for one in ("KYLO", "HUX") if (step := death_of(trace, one)) is not None}
        ended += len(died)
        for sentence in prose(trace, pov=pov).sentences if died else ():
            acts = [event for event in trace.events if event.text_id == sentence.origin and event.who in died]
            assert not any(told_step(act, trace.dt) == sentence.step > died[act.who] for act in acts), (seed, sentence.text)
    assert ended >= 3


def death_of(trace: Trace, person: str) -> int | None:
    """The step at which a person dies; None for one who does not."""
    view = trace.view(person)
    last = next((step for step in range(view.steps) if not view.here(step)), None)
    return last if last is not None and view.dead(last, person) else None
