"""Verbs: a text that is told without its doer begins with one, in the third person present, so that it can follow the tense."""

from __future__ import annotations

from collections.abc import Iterator

from falter.diagnostics.source import Path
from falter.scene.checks.cast import Cast
from falter.scene.checks.report import Report
from falter.text.inflect import left_in_the_present, no_verbs_marked, uninflectable


def check_verbs(cast: Cast, report: Report) -> None:
    """Each text of a deed or of waiting has verbs that can be inflected, and so has whatever stands in brackets."""
    for path, text in _texts(cast):
        for word in uninflectable(text):
            report.put("FAL2323", report.quoted(path, word), path, word=word)
        for word in left_in_the_present(text):
            report.put("FAL2324", report.quoted(path, word), path, word=word)
    for path, text in _sentences(cast):
        for word in no_verbs_marked(text):
            report.put("FAL2323", report.quoted(path, word), path, word=word)


def _sentences(cast: Cast) -> Iterator[tuple[Path, str]]:
    """Texts that have subjects of their own, and follow the tense in their brackets only."""
    for p, person in enumerate(cast.scene.people):
        yield from ((("people", p, "memories", number), memory.text) for number, memory in enumerate(person.memories))
        for number, words in enumerate(person.words):
            texts = (words.text, *words.again, *([words.last] if words.last else []))
            if words.kind != "waits":
                yield from ((("people", p, "words", number), text) for text in texts)


def _texts(cast: Cast) -> Iterator[tuple[Path, str]]:
    for made in cast.made:
        for number, wording in enumerate(made.move.wordings):
            if wording.kind != "says":
                yield (*made.path, "wordings", number), wording.text
        if made.move.returns is not None and made.move.returns.text:
            yield made.path, made.move.returns.text
    for p, person in enumerate(cast.scene.people):
        if person.arrives is not None and person.arrives.text:
            yield ("people", p), person.arrives.text
        for number, words in enumerate(person.words):
            if words.kind == "waits":
                texts = (words.text, *words.again, *([words.last] if words.last else []))
                # A waiting line with a capital is a sentence of its own.
                yield from ((("people", p, "words", number), text) for text in texts if not text[:1].isupper())
