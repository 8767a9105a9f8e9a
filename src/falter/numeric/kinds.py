"""Kinds of values as compiled step code has them: numbers, words, truths, tuples of numbers, blocks of memory; and what LLVM calls them."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Any, NamedTuple

INT = "i"
WORD = "u"
FLOAT = "f"
TRUTH = "b"

GREATEST = 2**63
"""An integer literal from here on is a word."""

MACHINE = {INT: "i64", WORD: "i64", FLOAT: "double", TRUTH: "i1"}
"""What LLVM calls each kind of scalar."""

CELLS = {"float64[::1]": FLOAT, "int64[::1]": INT, "uint64[::1]": WORD}
SCALARS = {"float64": FLOAT, "int64": INT, "uint64": WORD}


@dataclass(frozen=True)
class Block:
    """A block of cells. `fixed`: nothing writes it while step code runs. `long`: it travels with its length."""

    cell: str
    fixed: bool = False
    long: bool = True


Kind = str | Block
Result = Kind | tuple[Kind, ...] | None
"""What a function returns: one value, several, or nothing."""


class Value(NamedTuple):
    """What an expression came to: its kind, the operand that holds it, and for a long block the operand that holds its length."""

    kind: Kind
    text: str
    length: str = ""


def machine(kind: Result) -> str:
    """LLVM's name for what is returned."""
    if kind is None:
        return "void"
    if isinstance(kind, Block):
        return "ptr"
    if isinstance(kind, tuple):
        return "{" + ", ".join(machine(part) for part in kind) + "}"
    return MACHINE[kind]


def wider(one: Kind, other: Kind) -> Kind | None:
    """The kind that holds values of both; None where there is none: a word is no int, since they do not divide or compare alike.

    >>> wider("i", "f"), wider("b", "i"), wider("u", "i")
    ('f', 'i', None)
    """
    if one == other:
        return one
    order = (TRUTH, INT, FLOAT)
    if one in order and other in order:
        return max(one, other, key=order.index)
    return None


def signature_of(text: str) -> tuple[Result, tuple[Kind, ...]]:
    """The kinds of `"void(float64[::1], int64, uint64)"`. Raises KeyError for what is none of them.

    >>> signature_of("int64(uint64, float64)")
    ('i', ('u', 'f'))
    """
    result, _, rest = text.partition("(")
    names = [name.strip() for name in rest.rstrip(")").split(",") if name.strip()]
    kinds = tuple(Block(CELLS[name]) if name in CELLS else SCALARS[name] for name in names)
    return (None if result.strip() == "void" else SCALARS[result.strip()]), kinds


def literal(value: float, kind: Kind) -> str:
    """A number as LLVM writes it: floats by their bits.

    >>> literal(1.0, "f"), literal(3, "i")
    ('0x3FF0000000000000', '3')
    """
    if kind == FLOAT:
        return f"0x{struct.unpack('>Q', struct.pack('>d', float(value)))[0]:016X}"
    if kind == TRUTH:
        return "true" if value else "false"
    return str(int(value))


def is_literal(value: Value) -> bool:
    """Is it a number written out?"""
    return value.text.lstrip("-").isdigit()


def is_long(kind: Kind) -> bool:
    """Does it travel with its length?"""
    return isinstance(kind, Block) and kind.long


def shape_of(constant: tuple[Any, ...]) -> tuple[str, tuple[int, ...] | None]:
    """The kind of number in a tuple and its length, or lengths; None for lengths that differ."""
    if not constant or not isinstance(constant[0], tuple):
        whole = all(isinstance(part, int) for part in constant)
        return (INT if whole else FLOAT), ((len(constant),) if all(isinstance(part, int | float) for part in constant) else None)
    inner = [shape_of(part) if isinstance(part, tuple) else (FLOAT, None) for part in constant]
    kind = FLOAT if any(found == FLOAT for found, _ in inner) else INT
    shapes = {shape for _, shape in inner}
    shape = shapes.pop()
    return kind, ((len(constant), *shape) if shape is not None and not shapes else None)


def kind_of_shape(kind: str, shape: tuple[int, ...]) -> str:
    """What LLVM calls it: `[6 x [18 x double]]`."""
    return machine(kind) if not shape else f"[{shape[0]} x {kind_of_shape(kind, shape[1:])}]"


def written(constant: Any, kind: str) -> str:
    """A tuple as LLVM writes it."""
    if not isinstance(constant, tuple):
        return f"{machine(kind)} {literal(constant, kind)}"
    shape = shape_of(constant)[1]
    assert shape is not None
    return f"{kind_of_shape(kind, shape)} [{', '.join(written(part, kind) for part in constant)}]"
