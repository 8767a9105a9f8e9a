"""Rows for memories, in the order of their addresses: those written down, and a few places a person for what happens in the scene."""

from __future__ import annotations

from collections import Counter
from typing import Final

from falter.diagnostics.source import Path
from falter.model.people import Memory, Person
from falter.model.words import CUES, FELT_WORDS, WAKERS
from falter.tables.names import Names, by_address
from falter.tables.rows import NEVER, Row, Rows

EPISODES: Final = 4
"""Places for new episodes a person: of more, the one that has lain longest makes room."""
ECHOES: Final = 2
"""Feelings kept of a new episode: those that rose most."""
MIDDLING: Final = 0.5
"""Strength of a feeling that only is named."""
KINDS: Final = {kind: index for index, kind in enumerate(WAKERS)}
Waker = tuple[int, int]
"""What wakes a memory: its kind, and the row it is about, -1 none."""


def add_memories(
    rows: Rows, names: Names, constants: dict[str, float], people: dict[str, Path], labels: dict[Path, Row], kept: float
) -> None:
    """The memories of every person; a scene that switches recall off has none. `kept`: share of a warm cue left after a refresh."""
    rows.set("run", 0, WAKE_KEPT=kept)
    for owner, person in enumerate(names.people):
        first = rows.count("memory")
        if not person.away or person.arrives is not None:
            _add_written(rows, names, owner, person, constants, people[person.id], labels)
            _add_places(rows, names, owner, person)
        rows.set("person", owner, MEMORIES=first, MEMORIES_END=rows.count("memory"))


def _add_written(
    rows: Rows, names: Names, owner: int, person: Person, constants: dict[str, float], place: Path, labels: dict[Path, Row]
) -> None:
    paths = {memory.id: (*place, "memories", index) for index, memory in enumerate(person.memories)}
    fans = Counter(fan for memory in person.memories for fan in {_fan(names, memory, cue) for cue in memory.woken})
    for memory in by_address(person.memories, lambda one: (names.key_of(person), "recall", one.id)):
        whom = names.person.get(memory.with_ or "", -1)
        wakers = rows.count("waker")
        for cue in memory.woken:
            kind, about = waker_of(names, cue)
            rows.add("waker", Row(cue), KIND=kind, ABOUT=about, FAN=float(fans[_fan(names, memory, cue)]))
        echoes = rows.count("echo")
        for felt in memory.feels:
            strength = MIDDLING if felt.strength is None else felt.strength
            rows.add("echo", Row(felt.emotion), FEELING=names.emotions[felt.emotion], STRENGTH=strength)
        label = labels.get(paths[memory.id], Row("", paths[memory.id]))
        names.memory[memory.id] = rows.add(
            "memory",
            Row(memory.id, label.path, label.span),
            OWNER=owner,
            WAKERS=wakers,
            WAKERS_END=rows.count("waker"),
            ECHOES=echoes,
            ECHOES_END=rows.count("echo"),
            COME=names.addresses.give(names.key_of(person), "recall", memory.id),
            WITH=whom,
            EVENT=-1,
            OLDER=constants["memory_uses"],
            BORN=-constants["memory_age"],
            LATEST=-NEVER,
        )


def _add_places(rows: Rows, names: Names, owner: int, person: Person) -> None:
    """Places for what happens: each can be woken by the one who did it, near or heard."""
    for place in range(EPISODES):
        wakers = rows.count("waker")
        for kind in ("near", "voice"):
            rows.add("waker", Row(kind), KIND=KINDS[kind], ABOUT=-1, FAN=2.0)
        echoes = rows.count("echo")
        for _ in range(ECHOES):
            rows.add("echo", Row(""), FEELING=-1)
        rows.add(
            "memory",
            Row(f"{person.id} {place + 1}"),
            OWNER=owner,
            EPISODE=1,
            WAKERS=wakers,
            WAKERS_END=rows.count("waker"),
            ECHOES=echoes,
            ECHOES_END=rows.count("echo"),
            COME=names.addresses.give(names.key_of(person), "recall", f"what happened {place + 1}"),
            WITH=-1,
            EVENT=-1,
            LATEST=-NEVER,
        )


def waker_of(names: Names, cue: str) -> Waker:
    """What a word behind `woken by` names: one of the list, or a person, an emotion, a mark, a move, a covering."""
    if cue in CUES:
        return KINDS[cue], -1
    if cue in names.person:
        return KINDS["person"], names.person[cue]
    if cue in FELT_WORDS:
        return KINDS["emotion"], names.emotions[cue]
    if cue in names.marks:
        return KINDS["mark"], names.marks[cue]
    if cue in names.move:
        return KINDS["move"], names.move[cue]
    worn = [row for (_, thing), row in names.covers.items() if thing == cue]
    return KINDS["covering"], worn[0]


def _fan(names: Names, memory: Memory, cue: str) -> tuple[int, int, str | None]:
    """What makes two cues the same: near, voice and touch are of somebody."""
    return (*waker_of(names, cue), memory.with_ if cue in CUES else None)
