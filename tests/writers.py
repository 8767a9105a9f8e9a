"""Which functions of the engine write a column of the state: read off their syntax trees, whatever they are called."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from falter.kernel.run import advance
from falter.numeric.mode import names_of, reached


def title(function: Callable[..., Any]) -> str:
    """`appraise.add_feeling`."""
    return f"{function.__module__.rpartition('.')[2]}.{function.__name__}"


def writes(text: str, column: str) -> bool:
    """Does a function's text assign to a place that is worked out from this column, in its index or by way of other names?"""
    tree = ast.parse(textwrap.dedent(text))
    behind: dict[str, set[str]] = {}
    for target, value in _bound(tree):
        behind.setdefault(target, set()).update(_places(value))
    stored = (node.slice for node in ast.walk(tree) if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store))
    return any(column in _all_behind(_places(index), behind) for index in stored)


def _bound(tree: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Each name that is given a value, and the value: by assignment, or by a loop."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            yield from ((target.id, node.value) for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, (ast.For, ast.AugAssign, ast.AnnAssign)) and isinstance(node.target, ast.Name):
            value = node.iter if isinstance(node, ast.For) else node.value
            yield from [(node.target.id, value)] if value is not None else []


def _places(value: ast.expr) -> set[str]:
    """The names that a place is worked out from: what stands in the state at another place is none."""
    if isinstance(value, ast.Subscript):
        return set()
    if isinstance(value, ast.Name):
        return {value.id}
    return {name for child in ast.iter_child_nodes(value) if isinstance(child, ast.expr) for name in _places(child)}


def _all_behind(names: set[str], behind: dict[str, set[str]]) -> set[str]:
    found, waiting = set[str](), list(names)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += behind.get(one, ())
    return found


def writers(column: str) -> set[str]:
    """The functions of a step that write a column, as `appraise.add_feeling`."""
    return {title(one) for one in reached(advance)[0] if writes(inspect.getsource(one), column)}


def untold(start: Iterable[str], known: Iterable[str]) -> list[str]:
    """Those of some functions that can be called from the step without one that is known in between."""
    functions, told = reached(advance)[0], frozenset(known)
    callers = {
        title(one): {title(other) for other in functions if any(other.__globals__.get(name) is one for name in names_of(other.__code__))}
        for one in functions
    }
    return [one for one in start if title(advance) in _outwards(one, callers, told)]


def _outwards(start: str, callers: dict[str, set[str]], told: frozenset[str]) -> set[str]:
    """A function and all that call it, as far as one that is known."""
    found, waiting = set[str](), [start]
    while waiting:
        one = waiting.pop()
        if one not in found and one not in told:
            found.add(one)
            waiting += callers[one]
    return found
