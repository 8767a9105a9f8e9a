"""Whatever is wrong with a scene, the checks neither fail nor leave a hole unfilled, and they do not change it."""

from __future__ import annotations

import random
import re
from pathlib import Path

from falter.diagnostics.page import codes, page
from falter.diagnostics.render import render
from falter.scene import read
from falter.scene.checks import check
from tests.unit.scene_checks.gate import GATE

FAULTY = Path(__file__).parents[2] / "golden" / "faulty"
SEED = 20
MUTANTS = 800
WORDS = ("ANNA", "BEN", "CAL", "gate", "go", "ask", "near", "dead", "0", "not", "asker", "else")


def sources() -> list[str]:
    """The pages' examples and the corpus, as texts."""
    texts = [example.decode("utf-8", "replace") for code in codes() for example in (*page(code).raises, *page(code).clean)]
    return [GATE, *dict.fromkeys(texts), *(path.read_bytes().decode("utf-8", "replace") for path in sorted(FAULTY.glob("*.falter")))]


def mutated(text: str, others: list[str], luck: random.Random) -> str:
    """A text with a few words or lines lost, doubled, swapped or taken from another scene."""
    lines = text.splitlines()
    for _ in range(luck.randint(1, 4)):
        at = luck.randrange(len(lines)) if lines else 0
        match luck.randrange(5):
            case 0:
                del lines[at : at + 1]
            case 1:
                lines.insert(at, luck.choice(luck.choice(others).splitlines() or [""]))
            case 2:
                lines[at:at] = lines[at : at + 2]
            case _:
                words = lines[at].split(" ") if lines else []
                luck.shuffle(words)
                lines[at : at + 1] = [" ".join(words[: luck.randint(0, len(words))])] if luck.random() < 0.3 else [_swapped(words, luck)]
    return "\n".join(lines) + "\n"


def _swapped(words: list[str], luck: random.Random) -> str:
    """The words with one exchanged for a name of the scene."""
    if words:
        words[luck.randrange(len(words))] = luck.choice(WORDS)
    return " ".join(words)


def test_mutants_are_told_their_faults() -> None:
    luck = random.Random(SEED)
    texts = sources()
    checked = 0
    for _ in range(MUTANTS):
        text = mutated(luck.choice(texts), texts, luck)
        reading = read(text, "mutant.falter")
        if reading.scene is None:
            continue
        before = reading.scene.model_copy(deep=True)
        check(reading.scene, reading.places, reading.faults)
        told = render(reading.faults)
        assert reading.scene == before
        assert not set(re.findall(r"\{[a-z_]+\}", told)) - set(re.findall(r"\{[a-z_]+\}", text)), told
        checked += 1
    assert checked > MUTANTS // 2


def test_the_same_faults_without_a_text() -> None:
    """A scene has the same faults of the checks from its model alone, as long as the reader found none."""
    from falter.diagnostics.fault import Faults
    from falter.diagnostics.source import Source

    for text in sources():
        reading = read(text, "a.falter")
        if reading.scene is None or reading.faults.found:
            continue
        check(reading.scene, reading.places, reading.faults)
        bare = Faults(Source("a.yaml", ""))
        check(reading.scene, {}, bare)
        assert {fault.code for fault in reading.faults.found} == {fault.code for fault in bare.found}, text
        assert render(bare) == "" or "error" in render(bare) or "warning" in render(bare)
