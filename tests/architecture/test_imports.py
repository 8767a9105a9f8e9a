"""Imports point one way, never round in a circle; read from the syntax of the modules, none of which is run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"

LONG: dict[str, str] = {
    "falter.tables.columns": "written by falter.tables.layout, and read by machines",
    "falter.tables.layout": "every column of tables and state, declared once, in one list",
    "falter.model.constants": "every constant of the mind, a line each, in one table",
    "falter.model.words": "every word of the language with a fixed meaning, a line each, in one place",
}
"""Modules above 400 lines, each with the reason why it is not split."""

RANKS: dict[str, int] = {
    "numeric": 0,
    "version": 0,
    "files": 0,
    "diagnostics": 0,
    "model": 0,
    "text": 0,
    "scene": 1,
    "tables": 1,
    "mind": 1,
    "kernel": 2,
    "performance": 3,
    "session": 4,
    "narrate": 4,
    "figures": 4,
    "explore": 5,
    "explain": 6,
    "evidence": 7,
    "pipeline": 8,
    "api": 9,
    "cli": 10,
    "": 11,
    "__main__": 11,
}
"""A part may import from parts of a lower rank and from itself; of parts of one rank none knows the other."""


def part(module: str) -> str:
    """The part a module belongs to."""
    inside = module.removeprefix("falter").removeprefix(".")
    return inside.split(".")[0]


@cache
def modules() -> dict[str, Path]:
    """Every module of the package."""
    found = {}
    for path in sorted((SOURCE / "falter").rglob("*.py")):
        steps = path.relative_to(SOURCE).with_suffix("").parts
        found[".".join(steps[:-1] if steps[-1] == "__init__" else steps)] = path
    return found


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The modules of Falter that a module names in its imports, wherever these stand, with their lines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name.split(".")[0] == "falter")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "falter":
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield node.lineno, inner if inner in modules() else str(node.module)


def later(tree: ast.AST) -> set[int]:
    """The lines that are not carried out when the module is imported: in functions, or for a type checker only."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    typing = [node for node in ast.walk(tree) if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    bodies = [child for node in (*functions, *typing) for child in node.body]
    return {line for child in bodies for line in range(child.lineno, (child.end_lineno or child.lineno) + 1)}


def wrong_arrows(module: str, tree: ast.AST) -> list[str]:
    """What a module imports that it must not know of."""
    own = part(module)
    found = []
    for line, other in imported(tree):
        its = part(other)
        if its != own and RANKS[its] >= RANKS[own] and module != "falter":
            found.append(f"{module}:{line}: {own or 'falter'} must not import {other}")
    return found


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """One circle for each module that leads back to itself."""
    found = []
    for start in sorted(graph):
        paths = [[start]]
        seen = {start}
        while paths:
            path = paths.pop()
            for following in sorted(graph.get(path[-1], ())):
                if following == start:
                    found.append([*path, start])
                    paths = []
                    break
                if following not in seen:
                    seen.add(following)
                    paths.append([*path, following])
    return found


@pytest.mark.parametrize("module", modules())
def test_imports_point_one_way(module: str) -> None:
    assert part(module) in RANKS, f"{module} belongs to no part: give it a rank"
    assert wrong_arrows(module, ast.parse(modules()[module].read_text("utf-8"))) == []


def test_no_imports_go_round_in_a_circle() -> None:
    graph = {}
    for module, path in modules().items():
        tree = ast.parse(path.read_text("utf-8"))
        hidden = later(tree)
        graph[module] = {other for line, other in imported(tree) if line not in hidden and other != module}
    assert circles(graph) == []


def test_a_wrong_arrow_is_seen() -> None:
    assert wrong_arrows("falter.model.scene", ast.parse("def f():\n    from falter.scene import read"))
    assert wrong_arrows("falter.mind.x", ast.parse("import falter.kernel.step"))
    assert wrong_arrows("falter.scene.x", ast.parse("from falter import tables"))
    assert not wrong_arrows("falter.kernel.step", ast.parse("from falter.mind import attention"))


def test_a_circle_is_seen() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c", "a"], ["b", "c", "a", "b"], ["c", "a", "b", "c"]]
    assert circles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


@pytest.mark.parametrize("module", modules())
def test_no_module_is_too_long_to_read(module: str) -> None:
    lines = len(modules()[module].read_text("utf-8").splitlines())
    assert lines <= 400 or module in LONG, f"{module} has {lines} lines: split it by idea, or say here why not"
