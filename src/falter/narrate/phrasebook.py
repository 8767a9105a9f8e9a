"""The engine's own sentences, and when it may use one: at most once in a performance, and in one of `EVERY` performances."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from falter.text.draws import address, below

EVERY: Final = 25
"""A sentence may be used in one seed of this many: of any hundred seeds in a row, in five at most."""

Phrasebook = Mapping[str, Mapping[str, str]]
"""Kind to id to text, as in `phrasebook.toml`."""


@cache
def phrasebook() -> Phrasebook:
    """The phrasebook that comes with the engine."""
    return _read((files("falter.narrate") / "phrasebook.toml").read_text("utf-8"))


def overridden(own: Path) -> Phrasebook:
    """The engine's phrasebook with an author's file laid over it: the same id replaces, an empty text takes away.

    Raises OSError if the file cannot be read, `tomllib.TOMLDecodeError` or ValueError if it is not a phrasebook.
    """
    merged = {kind: dict(texts) for kind, texts in phrasebook().items()}
    for kind, texts in _read(own.read_text("utf-8")).items():
        if kind not in merged:
            raise ValueError(f"{own}: [{kind}] must be a kind of the phrasebook: {', '.join(merged)}")
        merged[kind].update(texts)
    return merged


def _read(text: str) -> dict[str, dict[str, str]]:
    book = tomllib.loads(text)
    for kind, texts in book.items():
        if not isinstance(texts, dict) or not all(isinstance(value, str) for value in texts.values()):
            raise ValueError(f'[{kind}] must hold lines of the form: id = "text"')
    return book


@dataclass(frozen=True)
class Phrase:
    """One sentence of the engine's, with its holes."""

    id: str
    text: str


def allowed(kind: str, id_: str, seed: int) -> bool:
    """May a performance with this seed use this sentence? One seed of every block of `EVERY` may, another in each block."""
    return seed % EVERY == below(EVERY, seed // EVERY, "phrase", kind, id_)


def luck_of(scene: str, seed: int) -> int:
    """The seed that the phrasebook goes by: another for each title, so that seed 1 is not told in the same words everywhere."""
    return seed + below(EVERY, 0, "phrasebook", scene)


def phrases(book: Phrasebook, kind: str, seed: int, spent: frozenset[str]) -> tuple[Phrase, ...]:
    """The sentences of a kind that this performance may still use, in the order to try them."""
    found = [
        Phrase(f"phrasebook/{kind}/{id_}", text)
        for id_, text in book.get(kind, {}).items()
        if text and allowed(kind, id_, seed) and f"phrasebook/{kind}/{id_}" not in spent
    ]
    return tuple(sorted(found, key=lambda phrase: address(seed, phrase.id)))
