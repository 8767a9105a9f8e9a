"""Prose as told: paragraphs of sentences, each of which knows where its words come from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Opens = Literal["", "paragraph", "section"]


@dataclass(frozen=True)
class Sentence:
    """What is told at one go: mostly one sentence, or a line of speech with its tag."""

    text: str
    origin: str
    """The id of the author's text (`move/strike/0`, `KYLO/thinks/2`, `detail/papers`), or `phrasebook/…` for the engine's own."""
    step: int
    event: int | None = None
    """The act told, as its index in the trace."""
    own: int = 0
    """How many of its words are not the author's."""
    opens: Opens = ""
    """What it begins."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def engine(self) -> bool:
        """Is it out of the phrasebook?"""
        return self.origin.startswith("phrasebook/")


@dataclass(frozen=True)
class Paragraph:
    """Sentences told in one breath. `section`: the telling starts anew here, from another mind or another time."""

    sentences: tuple[Sentence, ...]
    section: bool = False

    def __str__(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True)
class Prose:
    """A performance as told. `str()` is its text, a paragraph a line with an empty line between."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)

    def share(self) -> float:
        """The share of words that are the author's, in [0, 1]; 1 for no words."""
        words = sum(sentence.words for sentence in self.sentences)
        return 1 - sum(sentence.own for sentence in self.sentences) / words if words else 1.0

    def __str__(self) -> str:
        told: list[str] = []
        for paragraph in self.paragraphs:
            if paragraph.section and told:
                told.append("* * *")
            told.append(str(paragraph))
        return "\n\n".join(told)


def paragraphs(sentences: Iterable[Sentence]) -> Prose:
    """Sentences set in paragraphs, as each says what it opens."""
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.opens or not groups:
            groups.append([])
        groups[-1].append(sentence)
    return Prose(tuple(Paragraph(tuple(group), group[0].opens == "section") for group in groups))
