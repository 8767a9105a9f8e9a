"""One function of a translation being written: instructions, labels, and slots on the stack."""

from __future__ import annotations

import ast
from types import FunctionType
from typing import TYPE_CHECKING

from falter.numeric.kinds import FLOAT, INT, TRUTH, WORD, Block, Kind, Value, is_literal, kind_of_shape, literal, machine, wider

if TYPE_CHECKING:
    from falter.numeric.translate import Translation


class Page:
    """What is written of one function: lines, labels, and a slot for each variable."""

    def __init__(self, whole: Translation, function: FunctionType) -> None:
        self.whole = whole
        self.function = function
        self.taken: dict[str, Kind] = {}
        self.kinds: dict[str, Kind] = {}
        """The kind of every variable, as far as it has been found out."""
        self.rows: dict[str, str] = {}
        """What LLVM calls each variable that holds several floats."""
        self.line = 0
        self.begin()

    def begin(self) -> None:
        """With an empty page."""
        self.lines: list[str] = []
        self.count = 0
        self.unnamed = 0
        self.ended = False
        self.loops: list[tuple[str, str]] = []

    def refusal(self, node: ast.AST, what: str) -> TypeError:
        """What cannot be translated, named with its place."""
        return TypeError(f"{self.place(getattr(node, 'lineno', self.line))}: {what}")

    def place(self, line: int) -> str:
        """Where a line is."""
        return f"{self.function.__module__}.{self.function.__qualname__}, line {line}"

    def do(self, text: str) -> str:
        """An instruction; returns the operand that holds what it gives."""
        self.count += 1
        self.just(f"%x{self.count} = {text}")
        return f"%x{self.count}"

    def just(self, text: str) -> None:
        """An instruction that gives nothing. What comes after the end of a stretch is never reached, and says so."""
        if self.ended:
            self.start(self.label("never"))
        self.lines.append(f"  {text}")

    def label(self, word: str) -> str:
        """A new label."""
        self.count += 1
        return f"{word}{self.count}"

    def start(self, label: str) -> None:
        """A new stretch of instructions."""
        if not self.ended:
            self.lines.append(f"  br label %{label}")
        self.lines.append(f"{label}:")
        self.ended = False

    def end(self, text: str) -> None:
        """The end of a stretch; nothing, where it has ended already."""
        if not self.ended:
            self.lines.append(f"  {text}")
            self.ended = True

    def hidden(self) -> str:
        """The name of a variable of the translation's own; the same each time the function is written."""
        self.unnamed += 1
        return f".{self.unnamed}"

    def keep(self, node: ast.AST, name: str, value: Value) -> None:
        """A value into a variable, which is as wide as it must be."""
        if isinstance(value.kind, Block) or (name in self.taken and name not in self.kinds):
            raise self.refusal(node, f"{name}: a block is not assigned")
        before = self.kinds.get(name, value.kind)
        kind = wider(before, value.kind)
        if kind is None:
            raise self.refusal(node, f"{name} is {before!r} and becomes {value.kind!r}: use another name")
        self.kinds[name] = kind
        self.just(f"store {machine(kind)} {self.as_kind(value, kind, node).text}, ptr %v.{name}")

    def kept(self, name: str) -> Value:
        """A variable's value."""
        kind = self.kinds[name]
        return Value(kind, self.do(f"load {machine(kind)}, ptr %v.{name}"))

    def keep_row(self, node: ast.AST, name: str, values: list[Value]) -> None:
        """Several values into one variable, to be indexed: floats all of them."""
        self.rows[name] = kind_of_shape(FLOAT, (len(values),))
        for n, value in enumerate(values):
            place = self.do(f"getelementptr inbounds {self.rows[name]}, ptr %v.{name}, i64 0, i64 {n}")
            self.just(f"store double {self.as_kind(value, FLOAT, node).text}, ptr {place}")

    def as_kind(self, value: Value, kind: Kind, node: ast.AST) -> Value:
        """A value as one of a wider kind."""
        if value.kind == kind:
            return value
        if kind == FLOAT and value.kind == INT:
            if is_literal(value):
                return Value(FLOAT, literal(int(value.text), FLOAT))
            return Value(FLOAT, self.do(f"sitofp i64 {value.text} to double"))
        if kind == FLOAT and value.kind == TRUTH:
            return Value(FLOAT, self.do(f"uitofp i1 {value.text} to double"))
        if kind == INT and value.kind == TRUTH:
            return Value(INT, self.do(f"zext i1 {value.text} to i64"))
        if kind == WORD and value.kind == INT and is_literal(value):
            return Value(WORD, value.text)
        raise self.refusal(node, f"{value.kind!r} where {kind!r} must be")
