"""The reference pages that follow from the code: words, constants, commands, faults. `make docs` writes them; a test holds them to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import typer

from falter.cli.app import app
from falter.diagnostics.reference import reference
from falter.files import write_file
from falter.model import words
from falter.model.constants import CONSTANTS

FOLDER = Path(__file__).with_name("reference")


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table."""
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *([str(cell).replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def defined(found: Mapping[str, str]) -> str:
    """Words and what they mean."""
    return table(("word", "meaning"), ((f"`{word}`", meaning) for word, meaning in found.items()))


def number(value: float) -> str:
    """A number as one writes it in a scene."""
    return f"{value:g}".replace("0.", ".", 1) if 0 < abs(value) < 1 else f"{value:g}"


def effects(meaning: words.Meaning) -> str:
    """`cherish (target) -1, live (self) .15`."""
    return ", ".join(f"{kind} ({whose}) {number(value)}" for kind, whose, value in meaning.effects) or "none"


def words_page() -> str:
    """Every word of the language with a fixed meaning."""
    sections = {
        "Strengths": table(("word", "value"), ((f"`{word}`", number(value)) for word, value in words.STRENGTHS.items())),
        "Pronouns": defined(words.PRONOUNS),
        "Channels of display": "What a feeling shows on, and what a covering may hide.\n\n" + defined(words.DISPLAY_CHANNELS),
        "Channels of acts": "What an act occupies while it lasts.\n\n" + defined(words.ACT_CHANNELS),
        "Ties": table(
            ("word", "feeds the motive", "meaning"), ((f"`{word}`", tie.motive or "none", tie.meaning) for word, tie in words.TIES.items())
        ),
        "Motives": defined(words.MOTIVES),
        "Emotions": table(
            ("word", "half-life", "what it is"),
            ((f"`{word}`", f"{found.half_life:g} s", found.meaning) for word, found in words.EMOTIONS.items()),
        ),
        "Everyday words for emotions": defined(words.EMOTION_ALIASES),
        "Tones": defined(words.TONES),
        "Meaning words": (
            "What an act says, and what it does to the doer's motives: to those whose object is the act's *target*, to those about\n"
            "*self*, or to *any* of the kind.\n\n"
            + table(
                ("word", "of", "effect on motives", "meaning"),
                ((f"`{word}`", found.object, effects(found), found.meaning) for word, found in words.MEANINGS.items()),
            )
        ),
        "Conditions": table(("word", "meaning"), ((f"`{word}`", meaning) for word, meaning in words.CONDITIONS.items())),
        "Units of time": table(("word", "seconds"), ((f"`{word}`", number(value)) for word, value in words.UNITS.items())),
    }
    intro = "# Words\n\nThe closed lists of the language. A word that is not here is a fault, which offers the nearest.\n\n"
    return intro + "\n".join(f"## {title}\n\n{body}" for title, body in sections.items())


def constants_page() -> str:
    """Every constant of the mind."""
    rows = (
        (f"`{name}`", number(found.default), found.unit, f"{number(found.low)} to {number(found.high)}", found.meaning, found.source)
        for name, found in CONSTANTS.items()
    )
    intro = (
        "# Constants\n\nThe numbers of the mind. `set theta0 2.5` in a scene, or `falter run FILE --constant theta0=2.5`, overrides one.\n"
        "*Ours* means our own assumption, set so that the published directions hold.\n\n"
    )
    return intro + table(("name", "default", "unit", "range", "meaning", "source"), rows)


def commands_page() -> str:
    """Every command, as it describes itself."""
    group = typer.main.get_command(app)
    with group.make_context("falter", ["check", "-"], max_content_width=100, terminal_width=100) as context:
        found = [("falter", group.get_help(context))]
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            inner = typer.Context(command, info_name=name, parent=context, max_content_width=100, terminal_width=100)
            found.append((f"falter {name}", command.get_help(inner)))
    codes = table(
        ("exit code", "meaning"),
        (
            (0, "fine"),
            (64, "the command line is wrong"),
            (65, "a scene, or another input, has an error"),
            (70, "a fault of Falter's own"),
            (74, "a file is missing, or cannot be read or written"),
            (130, "interrupted"),
        ),
    )
    body = "\n".join(f"## {name}\n\n```text\n{text.strip()}\n```\n" for name, text in found)
    return f"# Commands\n\n{codes}\n{body}"


PAGES: dict[str, Callable[[], str]] = {
    "words.md": words_page,
    "constants.md": constants_page,
    "commands.md": commands_page,
    "faults.md": reference,
}
"""The pages, and what makes each."""


def main() -> None:
    """Write the pages."""
    for name, made in PAGES.items():
        write_file(FOLDER / name, made().encode())


if __name__ == "__main__":
    main()
