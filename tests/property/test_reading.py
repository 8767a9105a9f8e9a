"""What holds of every text: reading never raises, the tree loses nothing, and printing is the reader's inverse."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from falter.model.scene import Scene
from falter.scene import read
from falter.scene.fmt import format_text
from falter.scene.printer import print_scene
from tests.property.strategies import scenes

GRAMMAR = Path(__file__).parents[2] / "GRAMMAR.md"
SLOW = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@given(scenes())
@SLOW
def test_reading_what_is_printed_gives_the_same_scene(scene: Scene) -> None:
    there_and_back(scene)


@pytest.mark.slow
@given(scenes())
@settings(SLOW, max_examples=400)
def test_reading_what_is_printed_gives_the_same_scene_four_hundred_times(scene: Scene) -> None:
    there_and_back(scene)


def there_and_back(scene: Scene) -> None:
    """Print, read and print again; formatting leaves what is printed as it is."""
    text = print_scene(scene)
    reading = read(text, "printed")
    assert reading.faults.found == [], text
    assert reading.scene == scene, text
    assert reading.tree.text() == text
    assert format_text(text) == text
    assert print_scene(reading.scene) == text


@given(st.binary(max_size=300))
@settings(deadline=None, max_examples=200)
def test_no_bytes_make_the_reader_raise(data: bytes) -> None:
    reading = read(data, "bytes")
    assert reading.tree.text() == data.decode("utf-8", "replace")
    assert reading.scene is not None or reading.faults.found


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=200)
def test_no_text_makes_the_reader_or_the_formatter_raise(text: str) -> None:
    reading = read(text, "text")
    assert reading.tree.text() == text
    formatted = format_text(text)
    assert format_text(formatted) == formatted


def _corpus() -> list[str]:
    blocks = re.findall(r"^```falter[^\n]*\n(.*?)^```", GRAMMAR.read_text(encoding="utf-8"), re.M | re.S)
    return [blocks[1] + block for block in blocks]


def _words(texts: list[str]) -> list[str]:
    odd = [
        '"',
        "{",
        "}",
        "(",
        ")",
        "or if",
        "not",
        "9" * 400,
        "1e400",
        "-5",
        "%",
        "\t",
        "\ufeff",
        "“",
        "”",
        "\u00a0",
        "\r",
        "..",
        ";",
        "//",
        "\\",
    ]
    return sorted({word for text in texts for word in text.split()}) + odd


def mutated(rng: random.Random, text: str, words: list[str]) -> str:
    """The text after one slip of the hand: letters lost, a word put in or swapped, a line doubled, lost or moved sideways."""
    at = rng.randrange(len(text) + 1)
    end = min(len(text), at + rng.randint(0, 12))
    lines = text.split("\n")
    line = rng.randrange(len(lines))
    match rng.randint(0, 6):
        case 0:
            return text[:at] + text[end:]
        case 1:
            return text[:at] + rng.choice(words) + text[at:]
        case 2:
            return f"{text[:at]} {rng.choice(words)} {text[end:]}"
        case 3:
            lines.insert(rng.randrange(len(lines) + 1), rng.choice(lines))
        case 4:
            return text[:at] + chr(rng.choice((rng.randint(0, 255), rng.randint(0, 0x3000)))) + text[at:]
        case 5:
            lines[line] = " " * rng.randint(0, 5) + lines[line].lstrip()
        case _:
            del lines[line]
    return "\n".join(lines)


def read_mutations(count: int, seed: int) -> None:
    """Read `count` mutated scenes, and format every tenth twice."""
    rng = random.Random(seed)
    corpus = _corpus()
    words = _words(corpus)
    for at in range(count):
        text = rng.choice(corpus)
        for _ in range(rng.randint(1, 5)):
            text = mutated(rng, text, words)
        reading = read(text, "mutated")
        assert reading.tree.text() == text
        assert reading.scene is not None or reading.faults.found
        if at % 10 == 0:
            formatted = format_text(text)
            assert format_text(formatted) == formatted


def test_two_thousand_mutated_scenes_are_read() -> None:
    read_mutations(2_000, seed=1)


@pytest.mark.slow
def test_ten_thousand_mutated_scenes_are_read() -> None:
    read_mutations(10_000, seed=2)
