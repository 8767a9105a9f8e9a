"""Plain and compiled mode: one source text, two ways to run it, the same to the last bit.

`@step_code` returns the function untouched and registers it. Plain mode just calls it, on memoryviews or `array.array`,
and never imports a compiler. `compiled(entry, signature)` of `numeric.cache` compiles the entry and every step function it reaches.
This module knows nothing of people, acts or tables.

How to write step code (`tests/architecture/test_step_code.py` holds you to it):

- Decorate every function with `@step_code`; keep it flat at module level, positional arguments, no defaults, no `*`.
- Blocks are `Floats` (typecode `d`, `float64[::1]`), `Ints` (`q`, `int64[::1]`), `Words` (`Q`, `uint64[::1]`):
  `state[base + 3] = x`, `ints[i] += 1`. Index with plain ints, never with a word, never below 0; nothing checks an index when
  compiled. Below `kernel.run` blocks have no `len`, and those of tables are never written (`numeric.blocks`).
- Constants are module-level ints, floats, bools or tuples of them (or of such tuples, all as long), imported by name
  (`from … import LEAK`), never `module.LEAK`. Compiled code freezes them; the cache's name digests them.
- Annotate every argument. Write a float as a float: `x = 0.0`, not `x = 0`; one variable, one type; an int to a float is `float(i)`.
- Only `+ - * /`, comparisons, `and or not`, `abs`, `len`, `float`, `int` (truncates), `math.floor`, `if`, `while`, `for … in range(…)`,
  `return`, tuples to return several values, and calls to other step code. Nothing else: no `**`, `min`, `max`, `sum`,
  `round`, `try`, closures, comprehensions, slices, strings. `//` and `%` on ints only.
- A divisor must not be 0: plain mode raises, compiled mode gives inf. Guard it, or use `ratio` of `numeric.arithmetic`.
- `exp`, `log`, `sqrt`, `smaller`, `larger`, `clamp`, `normal_pdf`, `normal_cdf`, `log_normal_cdf`, `inverse_mills` (φ/Φ) come from
  `numeric.arithmetic`, never from `math`; none of them raises, whatever it is given.
- Words are 64-bit and unsigned. `^ | & >>` need no care between words; every `+ *  <<` that may pass 2⁶⁴ is wrapped: `u64(a * b)`;
  a word and an int are not added, multiplied or compared: `word + u64(i)`; a shift is a plain int: `word >> 12`. No minus.
- Draws: `uniform(now, addresses[row])`, `normal(now, …)`, `exponential(now, …)` of `numeric.draws`; one address, one draw a step.
- Ints must stay within 63 bits; comparisons with NaN are false in both modes, so write guards as what must hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import BuiltinFunctionType, CodeType, FunctionType, ModuleType
from typing import Any, TypeAlias, TypeVar

Floats: TypeAlias = "memoryview[float]"
Ints: TypeAlias = "memoryview[int]"
Words: TypeAlias = "memoryview[int]"

MASK = 0xFFFF_FFFF_FFFF_FFFF

F = TypeVar("F", bound=Callable[..., Any])
Frozen = bool | int | float | str | None | tuple[Any, ...]

REGISTERED: dict[Callable[..., Any], tuple[str, str]] = {}
"""Every step function, with its module and name."""

PRIMITIVES: dict[Callable[..., Any], tuple[str, str]] = {}
"""Step functions with a body of their own for compiled mode, exact by definition in both, so that they cannot differ: the kinds of what
they return, and the body in LLVM's language."""

CASTS: dict[Callable[..., Any], str] = {}
"""Step functions that only say what a value is: a `word`, a `table`, a `state`."""


def step_code(function: F) -> F:
    """Register a function as step code, and return it untouched.

    >>> @step_code
    ... def twice(x: float) -> float:
    ...     return x + x
    >>> twice(1.5)
    3.0
    """
    REGISTERED[function] = (function.__module__, function.__qualname__)
    return function


def primitive(returns: str, body: str) -> Callable[[F], F]:
    """Register step code whose compiled body is another text. Only for what is exact by definition; everything else has one body."""

    def register(function: F) -> F:
        PRIMITIVES[function] = (returns, body)
        return step_code(function)

    return register


def cast(what: str) -> Callable[[F], F]:
    """Register step code that is nothing but a word for the compiler."""

    def register(function: F) -> F:
        CASTS[function] = what
        return step_code(function)

    return register


@cast("word")
def u64(word: int) -> int:
    """The word's value modulo 2⁶⁴: a mask in plain mode, a cast in compiled mode.

    >>> hex(u64(3 * 0x8000_0000_0000_0001))
    '0x8000000000000003'
    """
    return word & MASK


def names_of(code: CodeType) -> Iterator[str]:
    """Every name a code object reads from outside itself, nested code included."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from names_of(constant)


def reached(entry: Callable[..., Any]) -> tuple[list[FunctionType], dict[str, Frozen]]:
    """The step functions an entry calls, itself first, and the constants they read, by `module.name`.

    Raises TypeError when it calls what is not step code, or reads what cannot be frozen.
    """
    found: list[FunctionType] = []
    constants: dict[str, Frozen] = {}
    waiting: list[Any] = [entry]
    while waiting:
        function = waiting.pop()
        if function in found:
            continue
        found.append(function)
        for name in names_of(function.__code__):
            if name not in function.__globals__:
                continue
            value = function.__globals__[name]
            if isinstance(value, FunctionType) and value in REGISTERED:
                waiting.append(value)
            elif isinstance(value, bool | int | float | str | tuple):
                constants[f"{function.__module__}.{name}"] = value
            elif not _is_exact(value):
                raise TypeError(f"{function.__module__}.{function.__qualname__} uses {name}, which is neither step code nor a constant")
    return found, constants


def _is_exact(value: object) -> bool:
    """The `math` module, or one of its functions: `floor` and the like; the syntax test says which."""
    return (isinstance(value, ModuleType) and value.__name__ == "math") or (
        isinstance(value, BuiltinFunctionType) and value.__module__ == "math"
    )


def text_of(code: CodeType) -> str:
    """What a code object does, wherever it is written."""
    constants = [text_of(value) if isinstance(value, CodeType) else repr(value) for value in code.co_consts]
    return f"{code.co_code.hex()} {constants} {code.co_names} {code.co_varnames}"
