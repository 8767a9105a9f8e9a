"""What is compiled does what Python does, statement by statement; what cannot be translated is named with its place."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable
from typing import Any

import pytest

from falter.numeric.cache import compiled
from falter.numeric.mode import Floats, Ints, Words, step_code, u64
from falter.numeric.native import Native
from falter.numeric.translate import Translation, tree_of

TABLE = ((1.0, 2.5), (-3.0, 4.0), (0.5, 0.25))
ROW = (3, 5, 7)
BIG = 0xD1342543DE82EF95


@step_code
def wrapped(a: int, b: int) -> int:
    return u64(u64(a * b) + u64(7)) >> u64(3)


@step_code
def mixed(a: int, b: int) -> int:
    word = (a ^ BIG) * b
    return (word >> 12) | (word & u64(0xFF)) if word > a else word << 3


@step_code
def divided(a: int, b: int) -> int:
    return (a // b) * 1000 + a % b if b != 0 else -1


@step_code
def branches(n: int) -> float:
    total = 0.0
    for i in range(n):
        if i % 3 == 0 or (i > 4 and not (i < 7 and i != 5)):
            continue
        if i > 10:
            break
        total += float(i) if i != 2 else 0.5
    while total > 5.0 and n > 0:
        total = total - 1.5
    for i in range(n, 0, -2):
        total = total + float(i)
    return total


@step_code
def first_above(values: Floats, bound: float) -> int:
    for i in range(len(values)):
        if values[i] > bound:
            return i
    return -1


@step_code
def widened(n: int) -> float:
    x = 0
    for i in range(n):
        if i == 2:
            x = x + 1.5
    return x


@step_code
def of_tuples(i: int, j: int) -> float:
    return TABLE[i][j] * float(ROW[j]) + float(ROW[i])


@step_code
def three(x: float) -> tuple[float, float, float]:
    return x, -x, x * x


@step_code
def indexed(i: int, x: float) -> float:
    found = three(x)
    a, b, c = three(found[i])
    b, c = c, b
    return found[i] + 10.0 * a + 100.0 * b + 1000.0 * c


@step_code
def truths(a: int, b: int) -> int:
    one = a > b
    other = one == (a < 3)
    both = (one and other) or a == b
    return (4 if one else 0) + (2 if other else 0) + (1 if both else 0) + (8 if 0 < a < b <= 5 else 0)


@step_code
def numbers(x: float, k: int) -> float:
    return abs(x) + float(abs(k)) + float(math.floor(x)) + float(int(x)) - float(-k) + x / k


@step_code
def cells(ints: Ints, floats: Floats, words: Words) -> None:
    for i in range(len(ints)):
        ints[i] += i << 2
        floats[i] -= 0.25
        words[0] = words[0] ^ words[i]


@pytest.mark.parametrize(
    ("function", "signature", "given"),
    [
        (wrapped, "uint64(uint64, uint64)", [(0, 0), (2**64 - 1, 2**64 - 1), (BIG, 3), (2**63, 2), (2**63 + 1, 2**63 + 1)]),
        (divided, "int64(int64, int64)", [(a, b) for a in (-15, -8, -1, 0, 1, 7, 2**40) for b in (-7, -1, 0, 1, 2, 2**33)]),
        (branches, "float64(int64)", [(n,) for n in range(-2, 15)]),
        (widened, "float64(int64)", [(2,), (5,)]),
        (of_tuples, "float64(int64, int64)", [(i, j) for i in range(3) for j in range(2)]),
        (indexed, "float64(int64, float64)", [(i, x) for i in range(3) for x in (0.5, -2.0)]),
        (truths, "int64(int64, int64)", [(a, b) for a in range(-1, 5) for b in range(-1, 7)]),
        (numbers, "float64(float64, int64)", [(x, k) for x in (-2.5, -0.0, 0.0, 3.75) for k in (-3, 1, 8)]),
    ],
)
def test_it_does_what_python_does(function: Callable[..., Any], signature: str, given: list[tuple[Any, ...]]) -> None:
    native = compiled(function, signature)
    for arguments in given:
        assert native(*arguments) == function(*arguments), arguments


def test_words_and_ints_share_bits() -> None:
    native = compiled(mixed, "uint64(uint64, uint64)")
    for a, b in [(0, 0), (1, 2**64 - 1), (2**63, 5), (BIG, BIG)]:
        word = (a ^ BIG) * b % 2**64
        assert native(a, b) == ((word >> 12) | (word & 0xFF) if word > a else (word << 3) % 2**64)


def test_blocks_of_any_maker_are_written_in_place() -> None:
    ints, floats, words = array("q", [1, 2, 3]), array("d", [1.0, 2.0, 3.0]), array("Q", [5, 6, 2**64 - 1])
    plain = array("q", ints), array("d", floats), array("Q", words)
    cells(*(memoryview(block) for block in plain))
    compiled(cells, "void(int64[::1], float64[::1], uint64[::1])")(ints, memoryview(floats), words)
    assert (ints, floats, words) == plain


def test_an_empty_block_is_none_the_worse() -> None:
    assert compiled(first_above, "int64(float64[::1], float64)")(array("d"), 1.0) == -1


@pytest.mark.parametrize("block", [array("q", [1]), memoryview(b"12345678").cast("d"), memoryview(array("d", range(8)))[::2]])
def test_a_block_of_something_else_is_refused(block: Any) -> None:
    with pytest.raises(TypeError, match="a writable row of 'd' is wanted"):
        compiled(first_above, "int64(float64[::1], float64)")(block, 1.0)


def test_the_number_of_arguments_counts() -> None:
    with pytest.raises(TypeError, match="1 arguments are wanted, and 2 given"):
        compiled(branches, "float64(int64)")(1, 2)


@step_code
def adds_a_word(a: int, b: int) -> int:
    return u64(a) + b


@step_code
def changes_kind(a: int) -> int:
    x = a
    x = u64(a)
    return x + x


@step_code
def indexes_by_float(x: Floats, y: float) -> float:
    return x[y]  # type: ignore[index]


@step_code
def powers(x: float) -> float:
    return x**2.0


@pytest.mark.parametrize(
    ("function", "signature", "what"),
    [
        (adds_a_word, "uint64(int64, int64)", "'i' where 'u' must be"),
        (changes_kind, "int64(int64)", "x is 'i' and becomes 'u': use another name"),
        (indexes_by_float, "float64(float64[::1], float64)", "indexed by 'f'"),
        (powers, "float64(float64)", "Pow"),
        (branches, "int64(int64)", "returns 'f' and not 'i'"),
    ],
)
def test_what_cannot_be_translated_is_named(function: Callable[..., Any], signature: str, what: str) -> None:
    with pytest.raises(TypeError, match=rf"{function.__name__}.*{what}"):
        Native.compile(Translation(), function, signature)


def test_a_file_that_has_changed_is_not_compiled() -> None:
    changed: Any = step_code(lambda x: x)
    changed.__code__ = branches.__code__.replace(co_consts=(*branches.__code__.co_consts, 1.0))
    changed.__name__ = "branches"
    with pytest.raises(TypeError, match="has changed since it was imported"):
        tree_of(changed)
