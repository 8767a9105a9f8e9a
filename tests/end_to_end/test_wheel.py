"""The package as others get it: built, installed into an empty environment, and a scene performed there."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

GENERAL = "scenes/the-generals-office.falter"


def done(*command: object, cwd: Path, **environment: str) -> str:
    """Carry out a command, away from this checkout, and give back what it prints."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    words = [str(word) for word in command]
    result = subprocess.run(words, cwd=cwd, env={**kept, **environment}, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    done(*pip, "--wheel-dir", folder, root, cwd=folder)
    (found,) = folder.glob("falter-*.whl")
    return found


@pytest.fixture(scope="module")
def installed(root: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment with the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder / "venv", with_pip=True)
    commands = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [commands / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done(*pip, "--constraint", root / "constraints.txt", wheel, cwd=folder)
    return commands


def test_a_scene_is_performed_from_the_wheel(installed: Path, root: Path, tmp_path: Path) -> None:
    said = done(installed / "falter", "run", root / GENERAL, "--seed", "7", cwd=tmp_path)
    assert len(said.split()) > 100
    here = done(sys.executable, "-m", "falter", "run", root / GENERAL, "--seed", "7", cwd=tmp_path, PYTHONPATH=str(root / "src"))
    assert said == here


def test_every_page_and_template_is_in_the_wheel(installed: Path, tmp_path: Path) -> None:
    done(installed / "falter", "new", "evening", cwd=tmp_path)
    done(installed / "falter", "run", "evening.falter", cwd=tmp_path)
    (tmp_path / "evening.falter").write_text("falter 1\nscene X\nANNA she\n  loves BEN: strongley\n", "utf-8")
    faulty = subprocess.run([installed / "falter", "check", "evening.falter"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert faulty.returncode == 65
    assert "\nfix: " in faulty.stderr


def test_the_types_are_for_others_too(installed: Path, tmp_path: Path) -> None:
    found = done(
        installed / "python",
        "-c",
        "import falter, pathlib; print(pathlib.Path(falter.__file__).with_name('py.typed').exists())",
        cwd=tmp_path,
    )
    assert found == "True\n"
