"""The reference of all faults, made from their pages: `docs/reference/faults.md` holds exactly this text."""

from __future__ import annotations

from typing import Final

from falter.diagnostics.page import codes, page

FAMILIES: Final = {
    "FAL1": "What the text itself does wrong",
    "FAL20": "Names",
    "FAL21": "What people carry in",
    "FAL22": "Moves",
    "FAL23": "Conditions",
    "FAL24": "Parts",
    "FAL25": "The telling",
    "FAL26": "Closing, endings and what is expected",
    "FAL27": "Marks and metres",
    "FAL28": "Constants",
    "FAL29": "The scene as a whole",
    "FAL31": "Display",
    "FAL32": "Noticing and reading",
    "FAL33": "What is wondered about others",
    "FAL34": "Facts and things",
    "FAL36": "Memories",
    "FAL37": "Coping",
    "FAL5": "Files",
    "FAL35": "What comes about of itself, links, steering, files used",
    "FAL8": "The command line",
    "FAL9": "Faults of ours",
}
"""What the first digits of a code say; the codes' order is the order of the families."""

HEAD: Final = """\
# Faults

Every fault says where it is, what it is, **why** it is one, and what to type instead. All faults of a scene are told at
once, in the order of the text, and none that only follows from another. An *error* keeps the scene from being performed; a
*warning* does not. Below, what stands in braces is filled in by the scene.
"""


def family(code: str) -> str:
    """The family a code belongs to.

    >>> family("FAL2301")
    'Conditions'
    """
    return FAMILIES[max((prefix for prefix in FAMILIES if code.startswith(prefix)), key=len)]


def reference() -> str:
    """The whole reference as Markdown: every page by family, its headings two levels down."""
    known = codes()
    parts = [HEAD]
    for name in dict.fromkeys(family(code) for code in known):
        parts.append(f"## {name}\n")
        parts.extend(_entry(code) for code in known if family(code) == name)
    return "\n".join(parts)


def _entry(code: str) -> str:
    """One page with its fields in bold and its headings lowered."""
    lines = page(code).text.splitlines()
    fenced = False
    told: list[str] = []
    for line in lines:
        fenced ^= line.startswith("```")
        field, colon, rest = line.partition(": ")
        if not fenced and line.startswith("#"):
            told.append("##" + line)
        elif not fenced and colon and field in ("severity", "what", "why", "fix"):
            told.append(f"- **{field}** {rest}")
        else:
            told.append(line)
    return "\n".join(told) + "\n"
