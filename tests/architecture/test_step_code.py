"""Step code keeps to the subset in which plain and compiled mode agree to the last bit: read off its syntax tree."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

import falter
from falter.numeric import mode

STATEMENTS = (ast.Return, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.If, ast.While, ast.For, ast.Expr, ast.Break, ast.Continue, ast.Pass)
EXPRESSIONS = (ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.Call, ast.Subscript, ast.Tuple, ast.Name, ast.Constant)
OPERATORS = (
    *(ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.BitXor, ast.BitOr, ast.BitAnd, ast.LShift, ast.RShift),
    *(ast.USub, ast.Not, ast.And, ast.Or, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE),
)
BUILTINS = {"abs", "float", "int", "len", "range"}
MATH = {"floor"}
MATH_OF_ARITHMETIC = {"floor", "sqrt"}
"""`math.sqrt` raises below 0 in plain mode and does not when compiled, so it is called in one guarded place."""


def modules_with_step_code() -> Iterator[str]:
    for found in pkgutil.walk_packages(falter.__path__, "falter."):
        path = Path(*found.name.split(".")[1:])
        file = Path(falter.__path__[0]) / path.with_suffix(".py")
        if file.exists() and "@step_code" in file.read_text(encoding="utf-8"):
            yield found.name


MODULES = sorted(modules_with_step_code())


def is_step_code(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and any(isinstance(d, ast.Name) and d.id == "step_code" for d in node.decorator_list)


def faults(text: str, names: dict[str, Any], module: str = "falter.mind.example") -> list[str]:
    """What in the step functions of a module's text is outside the subset, each with its line; `names` are the module's globals."""
    tree = ast.parse(text)
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and is_step_code(node):
            assert isinstance(node, ast.FunctionDef)
            if node not in tree.body:
                found.append(f"{node.lineno}: {node.name} is not at module level")
            found += [f"{line}: {node.name}: {what}" for line, what in faults_of(node, names, module)]
    return found


def faults_of(function: ast.FunctionDef, names: dict[str, Any], module: str) -> Iterator[tuple[int, str]]:
    a = function.args
    if a.defaults or a.kw_defaults or a.kwonlyargs or a.vararg or a.kwarg:
        yield function.lineno, "only positional arguments without defaults"
    local = {arg.arg for arg in (*a.posonlyargs, *a.args)}
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    inside = [node for statement in body for node in ast.walk(statement)]
    local |= {node.id for node in inside if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    callees = {id(node.func) for node in inside if isinstance(node, ast.Call)}
    judged = [node.annotation for node in inside if isinstance(node, ast.AnnAssign)]
    judged += [node.func.value for node in inside if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    passed_over = {id(part) for whole in judged for part in ast.walk(whole)}
    for node in inside:
        if id(node) in passed_over or isinstance(node, ast.expr_context):
            continue
        yield from ((getattr(node, "lineno", function.lineno), what) for what in faults_at(node, local, names, module, callees))


def faults_at(node: ast.AST, local: set[str], names: dict[str, Any], module: str, callees: set[int]) -> Iterator[str]:
    if id(node) in callees:
        yield from faults_of_callee(node, names, module)
    elif isinstance(node, ast.Attribute):
        yield f"`{ast.unparse(node)}`: import the constant by its own name"
    elif isinstance(node, ast.Name):
        yield from faults_of_name(node, local, names)
    elif isinstance(node, ast.Constant):
        if not isinstance(node.value, bool | int | float):
            yield f"a constant {node.value!r} that is not a number"
    elif isinstance(node, ast.Call) and (node.keywords or any(isinstance(arg, ast.Starred) for arg in node.args)):
        yield "arguments by name or by star"
    elif isinstance(node, ast.For):
        if not (isinstance(node.iter, ast.Call) and isinstance(node.iter.func, ast.Name) and node.iter.func.id == "range") or node.orelse:
            yield "a loop over something other than range()"
    elif isinstance(node, ast.While) and node.orelse:
        yield "an else of a loop"
    elif isinstance(node, ast.Expr) and not isinstance(node.value, ast.Call):
        yield "an expression that does nothing"
    elif isinstance(node, ast.operator | ast.unaryop | ast.boolop | ast.cmpop):
        if not isinstance(node, OPERATORS):
            yield f"the operator {type(node).__name__}"
    elif isinstance(node, ast.Slice):
        yield "a slice"
    elif not isinstance(node, STATEMENTS + EXPRESSIONS):
        yield f"{type(node).__name__}"


def faults_of_callee(node: ast.AST, names: dict[str, Any], module: str) -> Iterator[str]:
    if isinstance(node, ast.Name):
        target = names.get(node.id)
        if not (node.id in BUILTINS and target is None) and target not in mode.REGISTERED:
            yield f"{node.id}() is not step code"
    elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "math":
        if node.attr not in (MATH_OF_ARITHMETIC if module == "falter.numeric.arithmetic" else MATH):
            yield f"math.{node.attr}() is not the same everywhere: use numeric.arithmetic"
    else:
        yield f"{ast.unparse(node)}() is not step code"  # type: ignore[arg-type]


def faults_of_name(node: ast.Name, local: set[str], names: dict[str, Any]) -> Iterator[str]:
    if node.id in local:
        return
    value = names.get(node.id)
    if value is None or not is_frozen(value):
        yield f"{node.id} is neither a variable nor a constant number"


def is_frozen(value: object) -> bool:
    if isinstance(value, tuple):
        return all(is_frozen(part) for part in value)
    return type(value) in (bool, int, float)


def test_there_is_step_code() -> None:
    assert {"falter.numeric.arithmetic", "falter.numeric.draws"} <= set(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_step_code_keeps_to_the_subset(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__file__ is not None
    found = faults(Path(module.__file__).read_text(encoding="utf-8"), vars(module), name)
    assert not found, "\n".join(f"{module.__file__}:{line}" for line in found)


@pytest.mark.parametrize("name", MODULES)
def test_step_code_reaches_only_step_code(name: str) -> None:
    module = importlib.import_module(name)
    functions = [f for f in vars(module).values() if isinstance(f, FunctionType) and f in mode.REGISTERED]
    for function in functions:
        mode.reached(function)
    assert functions


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("return x ** 2.0", "Pow"),
        ("return min(x, y)", "min() is not step code"),
        ("return math.exp(x)", "math.exp()"),
        ("return math.sqrt(x)", "math.sqrt()"),
        ("return np.exp(x)", "np.exp() is not step code"),
        ("return sum(i for i in range(3))", "GeneratorExp"),
        ("return [x, y]", "List"),
        ("y = lambda z: z\n    return y(x)", "Lambda"),
        ("try:\n        return x\n    except ValueError:\n        return y", "Try"),
        ("for z in x:\n        y = y + z\n    return y", "a loop over something other than range()"),
        ("return x[1:2]", "a slice"),
        ("return x is y", "Is"),
        ("return other", "other is neither a variable nor a constant"),
        ("return layout.SIZE", "import the constant by its own name"),
        ("return clamp(x, low=0.0, high=y)", "arguments by name"),
        ("return 'word'", "not a number"),
        ("global SIZE\n    return x", "Global"),
        ("y = (z := x)\n    return y", "NamedExpr"),
        ("assert x > 0.0\n    return x", "Assert"),
        ("def inner() -> float:\n        return x\n    return inner()", "FunctionDef"),
        ("return round(x)", "round() is not step code"),
    ],
)
def test_what_is_outside_the_subset_is_found(body: str, what: str) -> None:
    from falter.numeric.arithmetic import clamp

    text = f"@step_code\ndef f(x, y):\n    {body}\n"
    names: dict[str, Any] = {"clamp": clamp, "SIZE": 3}
    assert any(what in fault for fault in faults(text, names)), faults(text, names)


def test_defaults_and_nesting_are_found() -> None:
    assert "only positional" in faults("@step_code\ndef f(x, y=1.0):\n    return x\n", {})[0]
    assert "module level" in faults("def g():\n    @step_code\n    def f(x):\n        return x\n    return f\n", {})[0]


def test_what_is_inside_the_subset_passes() -> None:
    from falter.numeric.arithmetic import clamp

    text = '''
@step_code
def f(x, n, block):
    """What it does."""
    total = 0.0
    for i in range(n):
        if not (x < SIZE and i != 2) or block[i] >= 0.5:
            total += clamp(block[i], 0.0, 1.0) * float(i)
        else:
            block[i] = -abs(x) / WIDTH[1]
    while total > 3.0:
        total = total - 1.0
    low, high = total, math.floor(x)
    return low if n % 2 == 0 else float(high)
'''
    assert faults(text, {"clamp": clamp, "SIZE": 3, "WIDTH": (1.0, 2.0)}) == []
