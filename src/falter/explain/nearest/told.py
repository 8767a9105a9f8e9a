"""The smallest changes told: to a reader at a terminal, and in a notebook."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from html import escape

from falter.explain.nearest.found import Alternative, Smallest
from falter.explain.nearest.named import named, plain, valued
from falter.explain.paragraph import of_html
from falter.explore.intervals import Share
from falter.model.quantities import quantities
from falter.narrate.pronouns import name, possessive

WIDTH = 110
INDENT = 6


def told(found: Smallest, shown: Callable[[Alternative], str] | None = None) -> str:
    """What it is as written, the changes with what fresh performances make of them, and where `shown` says how, the command for each."""
    parts = [f"{_head(found)}\n"]
    if not found.likely_as_written and found.alternatives:
        parts.append(f"{_intro(found)}\n")
    parts += [_entry(found, one, shown) for one in found.alternatives]
    if found.nearest is not None:
        parts.append("Nothing that was tried makes it so likely. What comes nearest:\n")
        parts.append(_entry(found, found.nearest, shown))
    elif not found.alternatives and not found.likely_as_written and not found.interrupted:
        parts.append(f"{_none(found)}\n")
    return "\n".join(parts)


def _none(found: Smallest) -> str:
    """That nothing leads there; and what it waits on in vain."""
    if found.waits is None:
        return "Nothing that was tried makes it any likelier."
    waits = " or ".join(" and ".join(f"`{move}`" for move in moves) for moves in found.waits)
    return f"Nothing that was tried ever led there{f': it waits on {waits}, which nobody does as written' if waits else ''}."


def changes(found: Smallest, one: Alternative) -> list[str]:
    """What an alternative changes, in words: strengths, then what is left out."""
    known = quantities(found.scene)
    words = {free.name: free.words for free in found.free}
    moved = []
    for label, value in one.values.items():
        called, before = named(found.scene, known[label]), one.written[label]
        if value == 0.0 and known[label].path[2:3] in (("orders",), ("promises",)):
            moved.append(f"without {called}")
        else:
            moved.append(f"{called} from {valued(before, words[label])} to {valued(value, words[label])}")
    return [*moved, *(f"without {_memory(found, line)}" for line in one.without)]


def goal_words(found: Smallest) -> str:
    """What is looked for as one says it: `spared`, `Kylo does strike Hux before 60 s`, `not Hux dead`."""
    names = {person.id: name(person) for person in found.scene.people}
    return " and ".join(_term(" ".join(part.split()), names) for part in found.goal.split(" and "))


def _term(text: str, names: dict[str, str]) -> str:
    bare = text.removeprefix("not ")
    no = "not " if bare != text else ""
    kind, _, value = (part.strip() for part in bare.partition("="))
    if kind == "ending":
        return no + value
    if kind != "act":
        return f"{no}{bare} s"
    act, *when = value.split(" ")
    doer, move, *target = act.split(".")
    return no + " ".join([names[doer], "does", plain(move), *(names.get(one, one) for one in target), *when]) + (" s" if when else "")


def _head(found: Smallest) -> str:
    words = goal_words(found)
    if found.interrupted and not found.written.share and found.written.high == 1.0:
        return f"{words}: interrupted before anything was known"
    written = f"{words}: as written {_share(found.written)} of {found.runs:,} performances"
    return f"{written}, which is as likely as was asked for" if found.likely_as_written else written


def _intro(found: Smallest) -> str:
    return f"The smallest changes found that bring it to {100.0 * found.share:g} % or more, each by how far it goes:"


def _entry(found: Smallest, one: Alternative, shown: Callable[[Alternative], str] | None) -> str:
    way = f"{one.way:.2f}".removeprefix("0")
    lines = textwrap.wrap(_listed(changes(found, one)), WIDTH - INDENT)
    lines.append(f"{goal_words(found)} in {_share(one.share)} of {one.runs:,} fresh performances")
    if shown is not None:
        lines.append(shown(one))
    return f"{way:<{INDENT}}{lines[0]}\n" + "".join(f"{'':{INDENT}}{line}\n" for line in lines[1:])


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{'; '.join(parts[:-1])}; and {parts[-1]}"


def _share(share: Share) -> str:
    return f"{100.0 * share.share:.0f} % ({100.0 * share.low:.0f}–{100.0 * share.high:.0f})"


def _memory(found: Smallest, line: str) -> str:
    owner, _, memory = line.partition(" remembers ")
    person = next(person for person in found.scene.people if person.id == owner)
    return f"{possessive(name(person))} memory of {plain(memory)}"


def html(found: Smallest) -> str:
    """For a notebook: a row an alternative."""
    rows = "".join(
        f"<tr><td>{one.way:.2f}</td><td>{'<br>'.join(escape(each) for each in changes(found, one))}</td><td>{_share(one.share)}</td></tr>"
        for one in (*found.alternatives, *([found.nearest] if found.nearest else []))
    )
    head = f"<tr><th>way</th><th>change</th><th>{escape(goal_words(found))}</th></tr>"
    title = "" if found.nearest is None else "<p>Nothing that was tried makes it so likely; what comes nearest:</p>"
    return f"<article><p>{of_html(_head(found))}</p>{title}" + (f"<table>{head}{rows}</table>" if rows else "") + "</article>"
