"""Law 14: what carries no meaning changes no bit; what is added for one shifts nobody else's draws. Nothing here is left to chance."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from falter.model.people import Tie, Want
from falter.model.scene import Scene
from falter.performance import Trace, perform
from falter.performance.event import Event
from falter.scene.rename import rename
from falter.tables import columns as at
from falter.tables.compile import compile_scene
from falter.tables.layout import SECTIONS, UNTRACED
from falter.tables.tables import Tables
from tests.performing import SCENES, reading_of, tables_of

BIG = (pytest.param("the-generals-office", marks=pytest.mark.slow), "the-huntsman")
SEED = 77
STATE = {section.name for section in SECTIONS} - UNTRACED
MINDS = {"person", "feeling", "motive", "act", "read"}


def text_of(name: str) -> str:
    return (SCENES / f"{name}.falter").read_text(encoding="utf-8")


def scene_of(name: str) -> Scene:
    scene = reading_of(text_of(name)).scene
    assert scene is not None
    return scene


def bits(trace: Trace) -> tuple[bytes, ...]:
    """Every traced cell at every step, and every cell at the end."""
    return trace.ints.tobytes(), trace.floats.tobytes(), trace.last_ints.tobytes(), trace.last_floats.tobytes()


def blocks(lines: list[str], indent: int) -> list[list[str]]:
    """Lines with those that stand under them."""
    found: list[list[str]] = []
    for line in lines:
        if len(line) - len(line.lstrip()) <= indent and not line.strip().startswith("or if"):
            found.append([])
        found[-1].append(line)
    return found


def shuffled(text: str, chance: random.Random) -> str:
    """The lines of a scene in another order: blocks at the top, facts under a person, moves of a part; wordings, marks and `ends` stay."""
    lines = [line for line in text.splitlines() if line.strip() and not line.strip().startswith("//")]
    top = blocks(lines[1:], 0)
    chance.shuffle(top)
    made = lines[:1]
    for block in top:
        opens_person = block[0].split()[0].isupper() and " may " not in block[0]
        if opens_person or block[0].startswith("part"):
            inner = blocks(block[1:], 2)
            chance.shuffle(inner)
            block[1:] = [line for each in inner for line in each]
        made += block
    return "\n".join(made) + "\n"


def events_of(trace: Trace) -> list[Event]:
    """The acts, with those who heard each by name: they are listed in the scene's order, which is what was changed."""
    return [replace(event, heard_by=tuple(sorted(event.heard_by))) for event in trace.events]


@pytest.mark.parametrize("name", BIG)
def test_the_order_of_lines_changes_no_bit(name: str) -> None:
    text = text_of(name)
    mixed = shuffled(text, random.Random(1))
    assert sorted(line for line in text.splitlines() if line.strip() and not line.strip().startswith("//")) == sorted(mixed.splitlines())
    assert mixed.splitlines() != text.splitlines()
    one, other = perform(tables_of(text), SEED), perform(tables_of(mixed), SEED)
    assert events_of(other) == events_of(one)
    before, after = columns_of(one, STATE), columns_of(other, STATE)
    print(f"law 14, {name}, lines shuffled: {differing(before, after)} of {len(before)} columns differ over {one.steps} steps")
    assert after == before


@pytest.mark.parametrize("name", BIG)
def test_display_names_change_no_bit(name: str) -> None:
    """What people and the scene are called, and how they are spoken of."""
    scene = scene_of(name)
    people = tuple(person.model_copy(update={"called": f"somebody {index}", "pronoun": "it"}) for index, person in enumerate(scene.people))
    other = scene.model_copy(update={"people": people, "title": "Another Title"})
    one, two = bits(perform(compile_scene(scene), SEED)), bits(perform(compile_scene(other), SEED))
    print(f"law 14, {name}, others' names: {'not one bit differs' if one == two else 'bits differ'}")
    assert two == one


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("the-generals-office", "KYLO", "AREN"), ("the-generals-office", "HUX", "ZED"), ("the-generals-office", "approach", "walk-up"),
        ("the-huntsman", "GIRL", "WREN"), ("the-huntsman", "HUNTSMAN", "ABEL"), ("the-huntsman", "spare", "let-live"),
    ],
)  # fmt: skip
def test_renaming_with_once_changes_no_bit(name: str, old: str, new: str) -> None:
    text = text_of(name)
    renamed = rename(text, old, new)
    assert isinstance(renamed, str)
    assert f"once {old}" in renamed
    one, two = bits(perform(tables_of(text), SEED)), bits(perform(tables_of(renamed), SEED))
    print(f"law 14, {name}, {old} renamed with `once`: {'not one bit differs' if one == two else 'bits differ'}")
    assert two == one


def columns_of(trace: Trace, sections: set[str]) -> dict[tuple[str, str, str], list[float]]:
    """The columns of a trace's rows by section, label and column, whatever rows stand between."""
    found: dict[tuple[str, str, str], list[float]] = {}
    ti, labels = trace.tables.packed.ti, trace.tables.labels
    for section in SECTIONS:
        for block, rows in (("si", trace.si), ("sf", trace.sf)):
            if section.name not in sections or not section.size(block):
                continue
            base = ti[getattr(at, f"{block.upper()}_{section.name.upper()}")]
            for row, label in enumerate(labels[section.name]):
                place = base + row * section.size(block)
                for column in (column for column in section.columns if column.block == block):
                    if column.unit != "row":
                        found[section.name, label.label, column.name] = [float(rows(step)[place]) for step in range(trace.steps)]
                    place += column.width
    return found


def differing(before: dict[tuple[str, str, str], list[float]], after: dict[tuple[str, str, str], list[float]]) -> int:
    """How many columns there were before are otherwise after."""
    return sum(after.get(key) != values for key, values in before.items())


@pytest.mark.parametrize("name", BIG)
def test_a_motive_of_weight_nothing_changes_no_bit(name: str) -> None:
    """Ties and wants of strength 0 for everyone: other rows in the tables, and the same in every row that was there before."""
    scene = scene_of(name)
    here = [person for person in scene.people if not person.away]
    away = next(person.id for person in scene.people if person.away)
    move = next(move.id for move in scene.moves if len(move.who) == 1)
    more = {
        person.id: person.model_copy(
            update={
                "ties": (*person.ties, *_ties_of_nothing(person.ties, away)),
                "wants": (*person.wants, Want(move=move, strength=0.0)),
            }
        )
        for person in here
    }
    other = scene.model_copy(update={"people": tuple(more.get(person.id, person) for person in scene.people)})
    one, two = perform(compile_scene(scene), SEED), perform(compile_scene(other), SEED)
    assert len(two.tables.labels["motive"]) >= len(one.tables.labels["motive"]) + 2 * len(here)
    assert two.events == one.events
    before, after = columns_of(one, MINDS), columns_of(two, MINDS)
    print(f"law 14, {name}, motives of weight 0: {differing(before, after)} of {len(before)} columns differ over {one.steps} steps")
    assert all(after[key] == values for key, values in before.items())


def _ties_of_nothing(ties: tuple[Tie, ...], person: str) -> list[Tie]:
    there = {(tie.word, tie.person) for tie in ties}
    return [Tie(word=word, person=person, strength=0.0) for word in ("hates", "loves") if (word, person) not in there]


def addresses(tables: Tables) -> dict[tuple[str, str, str], int]:
    """The address of every draw, by section, label and column."""
    ti, tu = tables.packed.ti, tables.packed.tu
    found = {}
    for section in SECTIONS:
        if not section.size("tu"):
            continue
        base = ti[getattr(at, f"TU_{section.name.upper()}")]
        words = [f"{column.name} {cell}" for column in section.columns if column.block == "tu" for cell in range(column.width)]
        for row, label in enumerate(tables.labels[section.name]):
            for place, word in enumerate(words):
                found[section.name, label.label, word] = tu[base + row * len(words) + place]
    return found


ADDED = ['NEWT "the newcomer", they\n  at door\n', 'HUX may whistle "whistles" again\n', 'NEWT "one away", they, away\n']


@pytest.mark.parametrize("added", ADDED)
def test_adding_a_person_or_a_move_moves_no_address(added: str) -> None:
    text = text_of("the-generals-office")
    before, after = addresses(tables_of(text)), addresses(tables_of(text + added))
    assert len(after) > len(before)
    assert {key: after[key] for key in before} == before
    assert len(set(after.values())) == len(after)


SOLO = """falter 1
scene The Solo
set leak 0
set lapse 0
set latency 0
place a field
  mark stone
  mark tree, 400 m from stone
ANNA "the one who may", she
  at stone
  mood grief: .5
ANNA may wait-out "lets it be" takes 1 s, stays (still +.2), cannot be undone, once
closes at 20 s
"""
FAR = """BEN "one far off", he
  at tree, busy
  mood anger: .9
BEN may mutter "mutters to himself" inner, again, accuses ANNA (attack +1), takes 1 s
"""


def test_adding_a_person_shifts_nobodys_noise_and_nobodys_attention() -> None:
    """ANNA has one act, so its noise is drawn for it alone; BEN, 400 m off, acts now and then and is not perceived."""
    alone, beside = perform(tables_of(SOLO), SEED), perform(tables_of(SOLO + FAR), SEED)
    assert {event.who for event in beside.events} >= {"BEN"}
    wanted = columns_of(alone, {"act", "person", "motive"})
    found = columns_of(beside, {"act", "person", "motive"})
    noise = [key for key in wanted if key[2] == "NOISE_NOW"]
    assert len(set(wanted[noise[0]])) > 50
    for key in (*noise, ("act", "ANNA wait-out", "P"), ("person", "ANNA", "DRIVE")):
        assert found[key] == wanted[key], key
    assert attention(beside) == attention(alone)
    assert len(set(attention(alone))) > 1


def attention(trace: Trace) -> list[str]:
    """Labels of what ANNA attends, step by step."""
    tables, row = trace.tables, trace.tables.names.person["ANNA"]
    place = tables.packed.ti[at.SI_PERSON] + row * at.SI_PERSON_SIZE + at.PERSON_ATTENDED
    return [tables.labels["motive"][trace.si(step)[place]].label for step in range(trace.steps)]
