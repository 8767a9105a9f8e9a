"""How many words each person has: written by the author, and met with in one performance."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal, NamedTuple

from falter.explore.coverage import Coverage
from falter.explore.lines import at_path
from falter.model.scene import Scene
from falter.narrate.lines import line_id
from falter.text.variants import vary

Where = Literal["speech", "deeds", "mind"]
_FORMS = re.compile(r"\[([^\]=]*)=?[^\]]*\]")
_MARKS = re.compile(r"\{[&~!]|[{|}]")


class Words(NamedTuple):
    """Words of one person in speech, in deeds, or in mind: in the scene, and met with in a performance, on average."""

    person: str
    where: Where
    written: int
    met: float


def words_of(coverage: Coverage) -> list[Words]:
    """Of every person, in the scene's order. What is said and done counts where it took effect; what is in mind, as it is told."""
    scene = coverage.ensemble.tables.scene
    written, met = _written(scene), _met(coverage)
    wheres: tuple[Where, ...] = ("speech", "deeds", "mind")
    return [Words(one.id, where, written[one.id, where], met[one.id, where]) for one in scene.people for where in wheres]


def written_words(text: str) -> int:
    """How many words an author wrote in a text, all its alternatives counted.

    >>> written_words("{~goes out|[leaves] with {HUX}}, and [has=had] not said a word")
    11
    """
    return len([word for word in _MARKS.sub(" ", _FORMS.sub(r"\1", text)).split() if any(letter.isalnum() for letter in word)])


def _written(scene: Scene) -> Counter[tuple[str, Where]]:
    """What several people may say is written once, and stands with the first of them."""
    found: Counter[tuple[str, Where]] = Counter()
    for move in scene.all_moves():
        who = (move.who or tuple(one.id for one in scene.people))[0]
        for wording in move.wordings:
            found[who, "speech" if wording.kind == "says" else "deeds"] += written_words(wording.text)
    for one in scene.people:
        texts = [text for words in one.words for text in (words.text, *words.again, words.last or "")]
        found[one.id, "mind"] += sum(map(written_words, [*texts, *(memory.text for memory in one.memories)]))
    return found


def _met(coverage: Coverage) -> dict[tuple[str, Where], float]:
    tables, looked = coverage.ensemble.tables, coverage.looked
    found: Counter[tuple[str, Where]] = Counter()
    people = [one.id for one in tables.names.people]
    doer = coverage.ensemble.labels.doer
    for (act, row, use), times in looked.done.items():
        label = tables.labels["wording"][row]
        if coverage.ensemble.labels.authored[act] and at_path(tables.scene, label.path[:-2]).wordings:
            wording = at_path(tables.scene, label.path)
            count = len(vary(wording.text, use, coverage.ensemble.seed, label.label).split())
            found[people[doer[act]], "speech" if wording.kind == "says" else "deeds"] += count * times
    shares: dict[tuple[str, Where], float] = {key: count / looked.runs for key, count in found.items()}
    for one in tables.scene.people:
        lines = [line_id(one, k) for k in range(len(one.words))]
        shares[one.id, "mind"] = sum(coverage.told.words[line] for line in lines) / max(1, coverage.told.runs)
        shares.setdefault((one.id, "speech"), 0.0)
        shares.setdefault((one.id, "deeds"), 0.0)
    return shares
