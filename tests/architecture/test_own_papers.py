"""What the repository cites is in the repository: no paper beside it, no path out of it, and every source in the bibliography."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLACES = ("src", "docs", "decisions", "tests", "benchmarks", "README.md", "ARCHITECTURE.md", "GRAMMAR.md")
# Written in pieces, or this file would be the first to be found.
OUTSIDE = re.compile(r"\bDES" + r"IGN\b|\bSTY" + r"LE\.md|trial set of the des" + r"ign|(?<![\w.])/(?:wo" + r"rk|shared|opt|mnt|srv)/\w")
SOURCE = re.compile(r"([A-Z][\w’-]+(?:, [A-Z][\w-]+)*(?: & [A-Z]\w+| et al\.)?),? \(?((?:18|19|20)\d\d)(?![\d.])")
"""`Busemeyer & Townsend 1993`, `Wichura (1988)`."""


def files() -> list[Path]:
    """Everything written by hand in these places."""
    found = [path for place in PLACES for path in ([ROOT / place] if place.endswith(".md") else sorted((ROOT / place).rglob("*")))]
    return [path for path in found if path.suffix in (".py", ".md", ".toml", ".falter", ".expected", ".txt")]


def read(path: Path) -> str:
    """Its text; a file kept because its bytes are wrong is read past them."""
    return path.read_text("utf-8", errors="ignore")


def outside(text: str) -> list[str]:
    """What a text cites that is not here."""
    return [at[0] for at in OUTSIDE.finditer(text)]


def leaving(path: Path, text: str) -> list[str]:
    """Relative links of a page that lead out of the repository."""
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    return [link for link in links if not (path.parent / link).resolve().is_relative_to(ROOT.resolve())]


def test_nothing_cites_a_paper_or_a_path_outside_the_repository() -> None:
    found = {str(path.relative_to(ROOT)): outside(read(path)) for path in files()}
    assert {name: cited for name, cited in found.items() if cited} == {}


def test_no_link_leads_out_of_the_repository() -> None:
    pages = [path for path in files() if path.suffix == ".md"]
    assert {str(path): links for path in pages if (links := leaving(path, read(path)))} == {}


def test_such_words_are_seen() -> None:
    assert outside("see DES" + "IGN 3.4")
    assert outside("open /sha" + "red/notes")
    assert not outside("a design of one's own, scenes/ladder/the-vase.falter")
    assert leaving(ROOT / "docs" / "mind.md", "[up](../../other/page.md)") == ["../../other/page.md"]


def sources(text: str) -> list[tuple[str, str]]:
    """First authors and years of what a text names."""
    return [(re.split(r",| &| et al", names)[0], year) for names, year in SOURCE.findall(re.sub(r"\s+", " ", text))]


def test_every_source_named_is_in_the_bibliography() -> None:
    listed = (ROOT / "docs" / "bibliography.md").read_text("utf-8")
    missing = []
    for path in files():
        code = path.suffix == ".py" and path.is_relative_to(ROOT / "src")
        if code or path.parent == ROOT / "decisions" or path == ROOT / "docs" / "mind.md":
            for first, year in sources(read(path)):
                if not re.search(rf"^{re.escape(first)}, .*\({year}\)", listed, re.M):
                    missing.append(f"{path.relative_to(ROOT)}: {first} {year}")
    assert missing == []


def test_a_source_is_seen() -> None:
    assert sources("by Busemeyer & Townsend 1993; Wichura (1988); Verduyn &\nLavrijsen (2015), Leary et al. 1998") == [
        ("Busemeyer", "1993"),
        ("Wichura", "1988"),
        ("Verduyn", "2015"),
        ("Leary", "1998"),
    ]
