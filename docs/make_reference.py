"""The reference pages that follow from the code: words, constants, commands, faults. `make docs` writes them; a test holds them to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import typer

from falter.cli.app import app
from falter.diagnostics.reference import reference
from falter.files import write_file
from falter.mind.display import CONTROL, EXPRESSION
from falter.model import constants, words
from falter.model.constants import CONSTANTS
from falter.model.coping import COPING
from falter.model.looks import LOOKS

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
        "Emotions": "Half-lives are ours, in the order of Verduyn & Lavrijsen 2015.\n\n"
        + table(
            ("word", "half-life", "what it is"),
            ((f"`{word}`", f"{found.half_life:g} s", found.meaning) for word, found in words.EMOTIONS.items()),
        ),
        "Families of feeling": "What can be told apart in another's display, and how much each emotion looks like it.\n\n"
        + table(
            ("family", "what", "emotions"),
            (
                (
                    f"`{family}`",
                    what,
                    ", ".join(f"{word} {number(looks[family])}" for word, looks in LOOKS.items() if family in looks),
                )
                for family, what in words.FAMILIES.items()
            ),
        ),
        "Everyday words for emotions": defined(words.EMOTION_ALIASES),
        "Incidents": "What befalls people without being done as a move; a trace lists them beside the acts.\n\n"
        + table(
            ("word", "names", "meaning"), ((f"`{word}`", kind.what or "nothing", kind.meaning) for word, kind in words.INCIDENTS.items())
        ),
        "Ways of coping": "Built-in moves of everybody, unless a `copes by` line says otherwise. Their ids are not for a scene's\n"
        "own moves: `dwell-on-hurt`, `dwell-on-love`, `dwell-on-anger`, `keep-down-…`, `think-again`, `look-away`.\n\n" + defined(COPING),
        "Tones": defined(words.TONES),
        "Meaning words": (
            "What an act says, and what it does to the doer's motives: to those whose object is the act's *target*, to those about\n"
            "*self*, or to *any* of the kind. The numbers are ours: changes of a prospect, in [−1, 1], which a line may replace.\n"
            "What an act does to others' feelings stands with [the constants](constants.md#deeds).\n\n"
            + table(
                ("word", "of", "effect on motives", "meaning"),
                ((f"`{word}`", found.object, effects(found), found.meaning) for word, found in words.MEANINGS.items()),
            )
        ),
        "Conditions": table(("word", "meaning"), ((f"`{word}`", meaning) for word, meaning in words.CONDITIONS.items())),
        "Units of time": table(("word", "seconds"), ((f"`{word}`", number(value)) for word, value in words.UNITS.items())),
    }
    intro = (
        "# Words\n\nThe closed lists of the language. A word that is not here is a fault; where one of the list is near, the fault offers\n"
        "it.\n\n"
    )
    return intro + "\n".join(f"## {title}\n\n{body}" for title, body in sections.items())


def constants_page() -> str:
    """Every constant of the mind, and every table of its sizes."""
    rows = (
        (f"`{name}`", number(found.default), found.unit, f"{number(found.low)} to {number(found.high)}", found.meaning, found.source)
        for name, found in CONSTANTS.items()
    )
    intro = (
        "# Constants\n\nThe numbers of the mind; the [equations](../mind.md) they stand in, and the [sources](../bibliography.md).\n"
        "`set theta0 2.5` in a scene, or `falter run FILE --constant theta0=2.5`, overrides one of the first table; the others\n"
        "are fixed.\n"
        "*Ours* means our own assumption, set so that the published directions hold.\n\n"
    )
    tables = "\n".join(f"## {title}\n\n{body}" for title, body in fixed_tables().items())
    return intro + table(("name", "default", "unit", "range", "meaning", "source"), rows) + "\n" + tables


def fixed_tables() -> dict[str, str]:
    """The sizes that no scene overrides, each table with its source."""
    emotions = sorted({emotion for slopes in constants.GAINS.values() for emotion in slopes}, key=list(words.EMOTIONS).index)
    low, high = constants.LEAST_GAIN, constants.MOST_GAIN
    return {
        "Prospects": (
            "How likely a motive is taken to be met at the start, in [0, 1]. Source: ours. Some are worked out instead\n"
            "([part 1](../mind.md)).\n\n"
            + table(("motive", "prospect"), ((f"`{kind}`", number(value)) for kind, value in constants.PROSPECTS.items()))
        ),
        "Gains": (
            "What each emotion, fully felt, adds to a motive's gain of 1; "
            f"the sum is held in [{number(low)}, {number(high)}]. Source: ours.\n\n"
            + table(
                ("motive", *emotions),
                ((f"`{kind}`", *(number(slopes.get(one, 0.0)) for one in emotions)) for kind, slopes in constants.GAINS.items()),
            )
        ),
        "Tendencies": (
            "The emotion behind each action tendency. Source: Frijda 1986, form.\n\n"
            + table(("motive", "emotion"), ((f"`{kind}`", emotion) for kind, emotion in constants.TENDENCIES.items()))
        ),
        "Deeds": (
            "What each meaning word does to the one it is about, and how it stands to common norms, both in [−1, 1]. Source: ours.\n\n"
            + table(
                ("word", "good for whom it is about", "worth by common norms"),
                ((f"`{word}`", number(good), number(worthy)) for word, (good, worthy) in constants.DEEDS.items()),
            )
        ),
        "Ties by deeds": (
            "How far a deed moves each tie of the one it was done to, towards its doer: per unit of good, of ill, and of ill\n"
            "from one who is loved or trusted ([ties](../mind/ties.md)). Source: sizes ours; directions Slovic 1993, Leary et al.\n"
            "1998, Baumeister et al. 2001.\n\n"
            + table(
                ("tie", "good", "ill", "ill from one who matters"),
                ((f"`{tie}`", *(number(push) for push in pushes)) for tie, pushes in constants.TIES_BY_DEEDS.items()),
            )
        ),
        "Tones": (
            "What a tone does to the one spoken to, in [−1, 1]. Source: ours.\n\n"
            + table(("tone", "good"), ((f"`{tone}`", number(value)) for tone, value in constants.TONES_GOOD.items()))
        ),
        "Display": (
            "Shares, in [0, 1], of a feeling that come out on a channel, and of those that can be held down. Source: sizes ours,\n"
            "order of Ekman & Friesen 1969.\n\n"
            + table(
                ("channel", "expression", "control"),
                (
                    (f"`{channel}`", number(out), number(held))
                    for channel, out, held in zip(words.DISPLAY_CHANNELS, EXPRESSION, CONTROL, strict=True)
                ),
            )
        ),
        "Tempi": (
            "What `tempo` multiplies thresholds by. Source: ours.\n\n"
            + table(("word", "factor"), ((f"`{word}`", number(value)) for word, value in constants.TEMPI.items()))
        ),
        "In the equations themselves": (
            "Sizes that stand in a form and have no name, all ours unless said:\n\n"
            "- the ½ of conflict, and the ½ by which a prospect moves with an act that can be undone ([parts 4 and 9](../mind.md));\n"
            "- the shares of hurt (.8), grief (.9) and fear of one away (.5) that ties keep up, and the limit 3 of what cues add;\n"
            "- the ½ of pride, shame, admiration and reproach, and the .2 of remorse and gratification for a stranger (part 5);\n"
            "- .5826, of boundaries looked at now and then: Broadie, Glasserman & Kou 1997;\n"
            "- 1 m, within which a touch is perceived, .4 m, nearer than which nobody walks, and the least amounts of the\n"
            "  [conditions](words.md#conditions).\n"
        ),
    }


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
            (1, "a scene does not do what is expected of it, or cannot be brought to what is aimed at"),
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
