"""What the README quotes is what there is: scenes to the letter, performances as they come out.

After a change that is meant, `FALTER_ACCEPT=1 pytest tests/end_to_end/test_quoted.py` writes the new text; read it as a diff.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from falter.files import write_file
from tests.end_to_end.shell import falter

QUOTE = re.compile(r"(<!-- (?P<kind>quoted|performed): (?P<words>[^\n]+?) -->\n```[a-z]*\n)(?P<text>.*?)(?P<end>^```$)", re.M | re.S)


def wanted(kind: str, words: str, root: Path) -> str:
    """What should stand in the block."""
    if kind == "quoted":
        return (root / words).read_text("utf-8")
    file, *flags = words.split()
    said = falter("run", str(root / file), *flags)
    assert said.code == 0, said.err
    return said.out


@pytest.mark.parametrize("page", ["README.md"])
def test_quotations_are_as_they_come_out(page: str, root: Path) -> None:
    text = (root / page).read_text("utf-8")
    found = QUOTE.sub(lambda quote: quote[1] + wanted(quote["kind"], quote["words"], root) + quote["end"], text)
    assert len(QUOTE.findall(text)) >= 3
    if os.environ.get("FALTER_ACCEPT"):
        write_file(root / page, found.encode())
        return
    assert text == found


def test_the_python_of_the_readme_runs(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(root)
    (code,) = re.findall(r"^```python\n(.*?)^```", (root / "README.md").read_text("utf-8"), re.M | re.S)
    exec(compile(code, "README.md", "exec"), {})
    assert "ask-posted" in capsys.readouterr().out
