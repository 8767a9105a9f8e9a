"""Registering and finding step code, and the cache of compiled code."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

import falter
from falter.numeric import cache, mode
from falter.numeric.cache import compiled, digest
from falter.numeric.mode import reached, step_code, u64
from falter.numeric.waiting import COMPILING, telling

PACKAGE = Path(falter.__path__[0])

RATE = 2.0
LIST = [1.0]


@step_code
def grown(x: float) -> float:
    return x * RATE


@step_code
def grown_twice(x: float) -> float:
    return grown(grown(x))


def not_step_code(x: float) -> float:
    return x


@step_code
def calls_out(x: float) -> float:
    return not_step_code(x)


@step_code
def reads_a_list(x: float) -> float:
    return x + LIST[0]


def test_step_code_is_returned_untouched() -> None:
    def plain(x: float) -> float:
        return x

    assert step_code(plain) is plain
    assert mode.REGISTERED.pop(plain)[1].endswith("plain")


def test_words_wrap() -> None:
    assert (u64(0), u64(2**64), u64(2**64 + 5), u64(3 * (2**63 + 1))) == (0, 0, 5, 2**63 + 3)


def test_reached_gives_functions_and_constants() -> None:
    functions, constants = reached(grown_twice)
    assert functions == [grown_twice, grown]
    assert [value for name, value in constants.items() if name.endswith(".RATE")] == [2.0]


@pytest.mark.parametrize(("entry", "name"), [(calls_out, "not_step_code"), (reads_a_list, "LIST")])
def test_what_cannot_be_compiled_is_named(entry: object, name: str) -> None:
    with pytest.raises(TypeError, match=f"uses {name}, which is neither step code nor a constant"):
        reached(entry)  # type: ignore[arg-type]


def test_compiled_agrees_and_is_made_once() -> None:
    made = compiled(grown_twice, "float64(float64)")
    assert made(1.5) == grown_twice(1.5) == 6.0
    assert compiled(grown_twice, "float64(float64)") is made


def test_the_digest_sees_constants_and_callees(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(grown_twice)
    assert digest(grown_twice) == before
    monkeypatch.setitem(grown.__globals__, "RATE", 2.5)
    assert digest(grown_twice) != before


def test_the_digest_sees_annotations(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(grown_twice)
    monkeypatch.setitem(grown.__annotations__, "x", "int")
    assert digest(grown_twice) != before


def test_who_waits_for_a_compilation_is_told_and_only_then(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FALTER_CACHE", str(tmp_path))
    told: list[str] = []
    with telling(told.append):
        for expected in (1, 1):  # compiled, then found in the cache
            monkeypatch.setattr(cache, "_entries", {})
            monkeypatch.setattr(cache, "_absent", set())
            compiled(grown, "float64(float64)")
            assert told == [COMPILING] * expected
    monkeypatch.setattr(cache, "_entries", {})
    compiled(grown_twice, "float64(float64)")
    assert len(told) == 1


def test_cache_root_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FALTER_CACHE", str(tmp_path / "own"))
    assert cache.cache_root() == tmp_path / "own"
    monkeypatch.delenv("FALTER_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.cache_root() == tmp_path / "falter"


def test_a_user_without_a_home_is_told_and_served(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("FALTER_CACHE", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    monkeypatch.setattr(cache, "_entries", {})
    monkeypatch.setattr(cache, "_absent", set())
    monkeypatch.setattr(cache, "_told", set())
    assert cache.ready(grown, "float64(float64)") is None
    with pytest.warns(RuntimeWarning, match="no home folder.* set FALTER_CACHE"):
        assert compiled(grown, "float64(float64)")(3.0) == 6.0


def test_a_cache_that_cannot_be_written_is_said_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("FALTER_CACHE", str(tmp_path / "file" / "cache"))
    monkeypatch.setattr(cache, "_entries", {})
    with pytest.warns(RuntimeWarning, match="cannot be kept .* set FALTER_CACHE"):
        assert compiled(grown, "float64(float64)")(3.0) == 6.0
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert compiled(grown_twice, "float64(float64)")(3.0) == 12.0


def test_what_is_kept_is_found_again_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FALTER_CACHE", str(tmp_path))
    signature = "float64(float64)"

    def anew() -> None:
        monkeypatch.setattr(cache, "_entries", {})
        monkeypatch.setattr(cache, "_absent", set())

    anew()
    assert cache.ready(grown, signature) is None
    assert not compiled(grown, signature).found
    anew()
    found = cache.ready(grown, signature)
    assert found is not None
    assert found.found
    assert found(3.0) == 6.0
    (file,) = tmp_path.glob("step-*.o")
    file.write_bytes(file.read_bytes()[:-100])
    anew()
    assert cache.ready(grown, signature) is None
    assert not compiled(grown, signature).found
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_plain_mode_imports_neither_a_compiler_nor_numpy() -> None:
    code = (
        "import sys; from falter.numeric.draws import normal, now_word; normal(now_word(1, 2, 3, 0), 4); "
        "print(sorted({'numpy', 'llvmlite'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environment(PACKAGE.parent), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


MIND = """
from falter.numeric.mode import step_code
RATE = {rate}
@step_code
def grown(x: float):
    return x {operator} RATE
"""

KERNEL = """
from falter.numeric.cache import compiled
from falter.numeric.mode import step_code
from falter.mind.probe_mind import grown
@step_code
def entry(x: float):
    return grown(x) + 1.0
"""

SCRIPT = """
import json
from falter.numeric.cache import compiled

from falter.kernel.probe_kernel import entry
made = compiled(entry, "float64(float64)")
print(json.dumps([made(3.0), int(made.found), entry(3.0)]))
"""


def environment(source: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1", **more}


def test_edited_mind_never_runs_from_a_stale_cache(tmp_path: Path) -> None:
    """An edit to a callee's file, of the same length and with the old file's time stamp, is compiled anew; undone, it is found again."""
    copy = tmp_path / "src" / "falter"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "kernel" / "probe_kernel.py").write_text(KERNEL, encoding="utf-8")
    mind = copy / "mind" / "probe_mind.py"

    def perform(rate: float, operator: str) -> list[float]:
        mind.write_text(MIND.format(rate=rate, operator=operator), encoding="utf-8")
        os.utime(mind, (1_700_000_000, 1_700_000_000))
        variables = environment(copy.parent, FALTER_CACHE=str(tmp_path / "cache"))
        done = subprocess.run([sys.executable, "-c", SCRIPT], env=variables, capture_output=True, text=True, check=True)
        found: list[float] = json.loads(done.stdout)
        return found

    assert perform(2.0, "*") == [7.0, 0, 7.0]
    assert perform(2.0, "*") == [7.0, 1, 7.0]
    assert perform(4.0, "*") == [13.0, 0, 13.0]
    assert perform(4.0, "+") == [8.0, 0, 8.0]
    assert perform(2.0, "*") == [7.0, 1, 7.0]
