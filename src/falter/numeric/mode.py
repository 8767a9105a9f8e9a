"""Plain and compiled mode: one source text, two ways to run it, the same to the last bit.

`@step_code` returns the function untouched and registers it. Plain mode just calls it, on memoryviews or `array.array`,
and never imports numba. `compiled(entry, signature)` compiles the entry and every step function it reaches. This module
knows nothing of people, acts or tables.

How to write step code (`tests/architecture/test_step_code.py` holds you to it):

- Decorate every function with `@step_code`; keep it flat at module level, positional arguments, no defaults, no `*`.
- Blocks are `Floats` (typecode `d`, `float64[::1]`), `Ints` (`q`, `int64[::1]`), `Words` (`Q`, `uint64[::1]`):
  `state[base + 3] = x`, `ints[i] += 1`. Index with plain ints, never with a word, never below 0; nothing checks an index when
  compiled. Below `kernel.run` blocks have no `len`, and those of tables are never written (`numeric.blocks`).
- Constants are module-level ints, floats, bools or tuples of them, imported by name (`from … import LEAK`), never `module.LEAK`.
  Compiled code freezes them; the cache's name digests them.
- Write a float as a float: `x = 0.0`, not `x = 0`; one variable, one type; an int to a float is `float(i)`.
- Only `+ - * /`, comparisons, `and or not`, `abs`, `len`, `float`, `int` (truncates), `math.floor`, `if`, `while`, `for … in range(…)`,
  `return`, tuples to return several values, and calls to other step code. Nothing else: no `**`, `min`, `max`, `sum`,
  `round`, `try`, closures, comprehensions, slices, strings. `//` and `%` on ints only.
- A divisor must not be 0: plain mode raises, compiled mode gives inf. Guard it, or use `ratio` of `numeric.arithmetic`.
- `exp`, `log`, `sqrt`, `smaller`, `larger`, `clamp`, `normal_pdf`, `normal_cdf`, `log_normal_cdf`, `inverse_mills` (φ/Φ) come from
  `numeric.arithmetic`, never from `math`; none of them raises, whatever it is given.
- Words are 64-bit and unsigned. `^ | & >>` need no care between words; every `+ *  <<` that may pass 2⁶⁴ is wrapped: `u64(a * b)`;
  an int literal below 2⁶³ that meets a word is wrapped too: `word & u64(0xFF)`; a shift is a plain int: `word >> 12`. No minus.
- Draws: `uniform(now, addresses[row])`, `normal(now, …)`, `exponential(now, …)` of `numeric.draws`; one address, one draw a step.
- Ints must stay within 63 bits; comparisons with NaN are false in both modes, so write guards as what must hold.
"""

from __future__ import annotations

import gc
import hashlib
import os
import platform
import sys
import tempfile
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
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

PRIMITIVES: dict[Callable[..., Any], Callable[[Any], Callable[..., Any]]] = {}
"""Step functions with a body of their own for compiled mode: exact by definition in both, so that they cannot differ."""

EXACT: dict[str, Any] = {"error_model": "numpy", "fastmath": False}
INNER: Any = EXACT | {"_nrt": False, "forceinline": True, "no_cpython_wrapper": True, "no_cfunc_wrapper": True}
"""How numba compiles what only compiled code calls: no reference counts, no entrance from Python, and into its caller."""

SMALL = 400
"""Bytes of code up to which a function always goes into its caller. With all of them inside, what is called from several places is
there as often, and compiling takes nearly twice as long."""

_lock = threading.RLock()
_declared: set[Callable[..., Any]] = set()
_entries: dict[tuple[Callable[..., Any], str], Callable[..., Any]] = {}
_told: set[str] = set()


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


def primitive(compiled_body: Callable[[Any], Callable[..., Any]]) -> Callable[[F], F]:
    """Register step code whose compiled body is another text: `compiled_body(numba)` gives it.

    Only for what is exact by definition (a cast, a power of two); everything else has one body.
    """

    def register(function: F) -> F:
        PRIMITIVES[function] = compiled_body
        return step_code(function)

    return register


def _u64_compiled(numba: Any) -> Callable[..., Any]:
    uint64 = numba.uint64

    def body(word: Any) -> Any:
        return uint64(word)

    return body


@primitive(_u64_compiled)
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


def digest(entry: Callable[..., Any]) -> str:
    """A name for exactly what would be compiled: code and frozen constants of all that the entry reaches, compiler and processor.

    The code objects are digested and not the files: a file edited since it was imported is not what runs.
    """
    import llvmlite
    import numba
    from llvmlite import binding

    functions, constants = reached(entry)
    parts = [sys.version, platform.machine(), numba.__version__, llvmlite.__version__, binding.get_host_cpu_name()]
    parts += sorted(f"{f.__module__}.{f.__qualname__} {_text_of(f.__code__)}" for f in functions)
    parts += [f"{name}={value!r}" for name, value in sorted(constants.items())]
    parts += [repr(EXACT), repr(INNER)]
    parts += sorted({text for f in functions if f in PRIMITIVES for text in _texts_of_module(PRIMITIVES[f](numba).__module__)})
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=10).hexdigest()


def _texts_of_module(name: str) -> list[str]:
    """The functions of a module that bodies of primitives come from: what they are made with counts too."""
    inside = vars(sys.modules[name]).values()
    return [_text_of(f.__code__) for f in inside if isinstance(f, FunctionType) and f.__module__ == name]


def _text_of(code: CodeType) -> str:
    constants = [_text_of(value) if isinstance(value, CodeType) else repr(value) for value in code.co_consts]
    return f"{code.co_code.hex()} {constants} {code.co_names} {code.co_varnames}"


def cache_root() -> Path:
    """Where compiled code is kept: `FALTER_CACHE`, or `falter` in the user's cache folder."""
    if given := os.environ.get("FALTER_CACHE"):
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME") or (os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None)
    return Path(base) / "falter" if base else Path.home() / ".cache" / "falter"


def cache_folder(entry: Callable[..., Any]) -> Path | None:
    """The folder for this entry's compiled code, made if need be; None, and a warning once, where it cannot be written."""
    try:
        folder = cache_root() / f"step-{digest(entry)}"
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except (OSError, RuntimeError) as error:
        given = os.environ.get("FALTER_CACHE", "")
        if given not in _told:
            _told.add(given)
            warnings.warn(
                f"compiled code cannot be kept ({error}) and will be compiled anew each time; "
                "set FALTER_CACHE to a folder that can be written",
                RuntimeWarning,
                stacklevel=4,
            )
        return None


def _declare(functions: list[FunctionType]) -> None:
    """Tell numba how to compile each function where another compiled one calls it; the functions themselves stay as they are."""
    import numba
    from numba.extending import overload, register_jitable

    for function in functions:
        if function in _declared:
            continue
        _declared.add(function)
        if function in PRIMITIVES:
            body = PRIMITIVES[function](numba)
            overload(function, jit_options=INNER, strict=False)(_always(body))
        else:
            register_jitable(**(INNER | {"forceinline": len(function.__code__.co_code) < SMALL}))(function)


def _always(body: Callable[..., Any]) -> Callable[..., Any]:
    def choose(*_types: Any) -> Callable[..., Any]:
        return body

    return choose


def compiled(entry: Callable[..., Any], signature: str) -> Callable[..., Any]:
    """The entry, compiled for one signature (`"void(float64[::1], int64[::1], uint64)"`), from the cache if it is there.

    Raises TypeError when the entry reaches what is not step code. The result holds no interpreter lock while it runs.
    """
    with _lock:
        if (entry, signature) not in _entries:
            collecting = gc.isenabled()
            gc.disable()  # numba keeps nearly all it makes: looking through it again and again costs a tenth of the time
            try:
                _entries[entry, signature] = _compile(entry, signature)
            finally:
                if collecting:
                    gc.enable()
        return _entries[entry, signature]


def _compile(entry: Callable[..., Any], signature: str) -> Callable[..., Any]:
    import numba

    config: Any = numba.config
    functions, _ = reached(entry)
    _declare(functions[1:])
    folder = cache_folder(entry)
    if folder is None or not any(folder.rglob("*.nbi")):
        _compile_inner(entry, signature)
    before = config.CACHE_DIR
    # numba keys its own cache on the stamp of the entry's file alone: an edit to a function it calls would go unseen.
    # Hence one folder for each digest.
    config.CACHE_DIR = str(folder) if folder else before
    try:
        compile_it = numba.jit(signature, nopython=True, nogil=True, cache=folder is not None, **EXACT)
        made: Callable[..., Any] = compile_it(entry)
    finally:
        config.CACHE_DIR = before
    return made


def _compile_inner(entry: Callable[..., Any], signature: str) -> None:
    """Compile what the entry reaches with few optimisations: it ends up inside the entry, which then gets all of them, once.

    numba would optimise each function by itself, together with all it calls, over and over.
    """
    import numba
    from numba.core.registry import cpu_target

    config: Any = numba.config
    _ = cpu_target.target_context  # takes the level it finds for all machine code, so it must be there before
    before = config.OPT
    config.OPT = type(before)(1)
    try:
        numba.jit(signature, nopython=True, **EXACT)(entry)
    finally:
        config.OPT = before
