"""What opens at once: a command imports nothing that it does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from falter.numeric.cache import cache_root
from falter.performance.perform import compiled_advance

ROOT = Path(__file__).parents[2]

SMALL = """falter 1
scene The Gate
place a gate
  mark gate
ANNA "the guard", she
  at gate
BEN "the stranger", he
  at gate
ANNA may ask "puts up a hand" to BEN, asks
BEN may answer "gives a name" to ANNA, answers, if asked
BEN may go "turns back" leaves
closes when BEN gone or at 1 min
ends gone if BEN gone; else still-there
"""


def packages(arguments: list[str], cache: Path | None = None) -> tuple[str, set[str]]:
    """What a command line of `falter` prints, and the packages it imports; `cache` is where compiled code is looked for."""
    code = f"import sys; from falter.cli import main; code = main({arguments!r}); print('\\nloaded', code, *sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **({"FALTER_CACHE": str(cache)} if cache else {})}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    told, _, last = done.stdout.rstrip().rpartition("\n")
    assert last.split()[:2] == ["loaded", "0"], done.stdout + done.stderr
    return told, {module.split(".")[0] for module in last.split()[2:]}


def loaded_by(arguments: list[str], names: set[str], cache: Path | None = None) -> set[str]:
    """Which of these packages a command line of `falter` imports."""
    return packages(arguments, cache)[1] & names


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("start") / "gate.falter"
    path.write_text(SMALL, "utf-8")
    return str(path)


@pytest.mark.parametrize("arguments", [["--version"], ["run", "--help"]])
def test_a_command_without_work_needs_little(arguments: list[str]) -> None:
    assert loaded_by(arguments, {"numpy", "rich", "yaml", "llvmlite"}) == set()


def test_help_needs_no_library() -> None:
    assert loaded_by(["--help"], {"numpy", "rich", "pydantic", "yaml", "llvmlite"}) == set()


def test_check_needs_no_arithmetic(scene: str) -> None:
    assert loaded_by(["check", scene], {"numpy", "llvmlite", "rich", "yaml"}) == set()


def test_one_performance_is_never_compiled(scene: str, tmp_path: Path) -> None:
    assert loaded_by(["run", scene], {"llvmlite", "rich", "yaml"}, tmp_path) == set()
    assert list(tmp_path.iterdir()) == []


def test_what_an_ending_goes_with_needs_nothing_extra(scene: str) -> None:
    extra = {"SALib", "scipy", "pandas", "xarray", "polars", "altair"}
    assert loaded_by(["drivers", scene, "--ending", "gone", "-n", "5"], extra, cache_root()) == set()


def test_what_is_compiled_already_performs_the_same(scene: str, tmp_path: Path) -> None:
    """Where many performances have been asked for before, one is performed by the code made for them: the telling is the same."""
    compiled_advance()
    compiledly, loaded = packages(["run", scene, "--seed", "3", "--inner"], cache_root())
    plainly, others = packages(["run", scene, "--seed", "3", "--inner"], tmp_path)
    assert "llvmlite" in loaded - others
    assert compiledly == plainly
    assert len(plainly) > 100


def test_importing_falter_imports_nothing_else() -> None:
    code = "import sys, falter; print(*sorted(name for name in sys.modules if name.startswith('falter') or name in ('numpy', 'pydantic')))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.split() == ["falter", "falter.version"]
