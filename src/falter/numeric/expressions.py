"""Expressions of step code in LLVM's language; `numeric.translate` has the statements."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable
from typing import Any

from falter.numeric.kinds import (
    FLOAT,
    GREATEST,
    INT,
    TRUTH,
    WORD,
    Block,
    Value,
    is_literal,
    is_long,
    kind_of_shape,
    literal,
    machine,
    shape_of,
    wider,
    written,
)
from falter.numeric.mode import CASTS, REGISTERED
from falter.numeric.page import Page

ORDERED = {ast.Eq: "eq", ast.NotEq: "ne", ast.Lt: "lt", ast.LtE: "le", ast.Gt: "gt", ast.GtE: "ge"}
FLOATS: dict[type, str] = {ast.Add: "fadd", ast.Sub: "fsub", ast.Mult: "fmul", ast.Div: "fdiv"}
WHOLES: dict[type, str] = {ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul"}
BITS: dict[type, str] = {ast.BitAnd: "and", ast.BitOr: "or", ast.BitXor: "xor"}


class Expressions(Page):
    """How each expression is put."""

    # Truths.

    def truth(self, value: Value) -> str:
        """The operand that says whether a value counts as true."""
        if value.kind == TRUTH:
            return value.text
        if value.kind == FLOAT:
            return self.do(f"fcmp une double {value.text}, {literal(0.0, FLOAT)}")
        return self.do(f"icmp ne i64 {value.text}, 0")

    def branch(self, node: ast.expr, yes: str, no: str) -> None:
        """On to one label or the other; of `and` and `or` no more is worked out than must be."""
        if isinstance(node, ast.BoolOp):
            both = isinstance(node.op, ast.And)
            for part in node.values[:-1]:
                more = self.label("more")
                self.branch(part, more if both else yes, no if both else more)
                self.start(more)
            self.branch(node.values[-1], yes, no)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            self.branch(node.operand, no, yes)
        else:
            truth = self.truth(self.value(node))
            if self.ended:
                self.start(self.label("never"))
            self.end(f"br i1 {truth}, label %{yes}, label %{no}")

    # Values.

    def value(self, node: ast.expr) -> Value:
        """What an expression comes to."""
        kind = type(node).__name__.lower()
        writer: Callable[[Any], Value] | None = getattr(self, f"of_{kind}", None)
        if writer is None:
            raise self.refusal(node, kind)
        return writer(node)

    def gives_several(self, node: ast.expr) -> bool:
        """Does an expression give several values?"""
        if isinstance(node, ast.Tuple):
            return True
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            called = self.function.__globals__.get(node.func.id)
            return called in REGISTERED and str(called.__annotations__.get("return", "")).startswith("tuple")
        return False

    def several(self, node: ast.expr) -> list[Value]:
        """The values of a tuple, or of a call that returns one."""
        if isinstance(node, ast.Tuple):
            return [self.value(part) for part in node.elts]
        if not isinstance(node, ast.Call):
            raise self.refusal(node, "several values of something else than a tuple or a call")
        found = self.call(node)
        assert isinstance(found, list)
        return found

    def of_constant(self, node: ast.Constant) -> Value:
        """A number written out."""
        return self.number(node, node.value)

    def number(self, node: ast.AST, value: object) -> Value:
        """A number."""
        if isinstance(value, bool):
            return Value(TRUTH, literal(value, TRUTH))
        if isinstance(value, int):
            return Value(INT if value < GREATEST else WORD, str(value))
        if isinstance(value, float):
            return Value(FLOAT, literal(value, FLOAT))
        raise self.refusal(node, f"{value!r} is no number")

    def of_name(self, node: ast.Name) -> Value:
        """A variable, an argument or a constant."""
        if node.id in self.kinds:
            return self.kept(node.id)
        if node.id in self.taken:
            kind = self.taken[node.id]
            return Value(kind, f"%p.{node.id}", f"%n.{node.id}")
        return self.number(node, self.function.__globals__.get(node.id))

    def of_binop(self, node: ast.BinOp) -> Value:
        """`a + b` and the like."""
        return self.binary(node, node.op, self.value(node.left), self.value(node.right))

    def binary(self, node: ast.AST, operator: ast.operator, left: Value, right: Value) -> Value:
        """Two values and what is between them."""
        op = type(operator)
        if op in (ast.LShift, ast.RShift):
            assert isinstance(left.kind, str)
            how = "shl" if op is ast.LShift else "lshr" if left.kind == WORD else "ashr"
            return Value(left.kind, self.do(f"{how} i64 {left.text}, {right.text}"))
        if WORD in (left.kind, right.kind):
            return self.of_words(node, op, left, right)
        if op in BITS and left.kind == right.kind != FLOAT:
            return Value(left.kind, self.do(f"{BITS[op]} {machine(left.kind)} {left.text}, {right.text}"))
        if op is ast.Div or (FLOAT in (left.kind, right.kind) and op in FLOATS):
            one, other = self.as_kind(left, FLOAT, node), self.as_kind(right, FLOAT, node)
            return Value(FLOAT, self.do(f"{FLOATS[op]} double {one.text}, {other.text}"))
        if op not in (*BITS, *WHOLES, ast.FloorDiv, ast.Mod):
            raise self.refusal(node, op.__name__)
        one, other = self.as_kind(left, INT, node), self.as_kind(right, INT, node)
        if op in BITS:
            return Value(INT, self.do(f"{BITS[op]} i64 {one.text}, {other.text}"))
        if op in WHOLES:
            return Value(INT, self.do(f"{WHOLES[op]} nsw i64 {one.text}, {other.text}"))
        return self.divided(op is ast.Mod, one.text, other.text)

    def of_words(self, node: ast.AST, op: type, left: Value, right: Value) -> Value:
        """Words: what passes 2⁶⁴ wraps. Bits of a word and an int go together; to add or multiply, both must be words or one a literal."""
        if op in BITS:
            return Value(WORD, self.do(f"{BITS[op]} i64 {left.text}, {right.text}"))
        if op not in WHOLES:
            raise self.refusal(node, f"{op.__name__} of a word")
        one, other = self.as_kind(left, WORD, node), self.as_kind(right, WORD, node)
        return Value(WORD, self.do(f"{WHOLES[op]} i64 {one.text}, {other.text}"))

    def divided(self, rest: bool, one: str, other: str) -> Value:
        """`//` and `%`, rounded down as Python does; by 0 they give 0."""
        zero = self.do(f"icmp eq i64 {other}, 0")
        by = self.do(f"select i1 {zero}, i64 1, i64 {other}")
        left = self.do(f"srem i64 {one}, {by}")
        apart = self.do(f"xor i64 {left}, {by}")
        opposite = self.do(f"icmp slt i64 {apart}, 0")
        some = self.do(f"icmp ne i64 {left}, 0")
        short = self.do(f"and i1 {opposite}, {some}")
        if rest:
            whole = self.do(f"select i1 {short}, i64 {by}, i64 0")
            found = self.do(f"add nsw i64 {left}, {whole}")
        else:
            down = self.do(f"sext i1 {short} to i64")
            found = self.do(f"add nsw i64 {self.do(f'sdiv i64 {one}, {by}')}, {down}")
        return Value(INT, self.do(f"select i1 {zero}, i64 0, i64 {found}"))

    def of_unaryop(self, node: ast.UnaryOp) -> Value:
        """`-a`, `not a`."""
        value = self.value(node.operand)
        if isinstance(node.op, ast.Not):
            return Value(TRUTH, self.do(f"xor i1 {self.truth(value)}, true"))
        if not isinstance(node.op, ast.USub):
            raise self.refusal(node, type(node.op).__name__)
        if value.kind == FLOAT:
            return Value(FLOAT, self.do(f"fneg double {value.text}"))
        if value.kind == INT and is_literal(value):
            return Value(INT, str(-int(value.text)))
        return Value(INT, self.do(f"sub nsw i64 0, {self.as_kind(value, INT, node).text}"))

    def of_boolop(self, node: ast.BoolOp) -> Value:
        """`a and b` as a value: a truth."""
        return self.chosen(node, node, None, None)

    def of_ifexp(self, node: ast.IfExp) -> Value:
        """`a if c else b`."""
        return self.chosen(node, node.test, node.body, node.orelse)

    def chosen(self, node: ast.expr, test: ast.expr, body: ast.expr | None, other: ast.expr | None) -> Value:
        """One value where the test holds, another where not; without them, whether it holds."""
        name = self.hidden()
        yes, no, after = self.label("if"), self.label("else"), self.label("after")
        self.branch(test, yes, no)
        for label, part, truth in ((yes, body, True), (no, other, False)):
            self.start(label)
            self.keep(node, name, self.number(node, truth) if part is None else self.value(part))
            self.end(f"br label %{after}")
        self.start(after)
        return self.kept(name)

    def of_compare(self, node: ast.Compare) -> Value:
        """`a < b`, `a < b < c`."""
        values = [self.value(part) for part in (node.left, *node.comparators)]
        found = [self.compared(node, op, values[n], values[n + 1]) for n, op in enumerate(node.ops)]
        whole = found[0]
        for more in found[1:]:
            whole = self.do(f"and i1 {whole}, {more}")
        return Value(TRUTH, whole)

    def compared(self, node: ast.AST, operator: ast.cmpop, left: Value, right: Value) -> str:
        """Two values, compared; a word with an int only where that is a literal. Nothing but `!=` holds of what is not a number."""
        if type(operator) not in ORDERED:
            raise self.refusal(node, type(operator).__name__)
        how = ORDERED[type(operator)]
        kind = WORD if WORD in (left.kind, right.kind) else wider(left.kind, right.kind)
        if kind is None or isinstance(kind, Block):
            raise self.refusal(node, f"{left.kind!r} compared with {right.kind!r}")
        one, other = self.as_kind(left, kind, node).text, self.as_kind(right, kind, node).text
        if kind == FLOAT:
            return self.do(f"fcmp {'une' if how == 'ne' else 'o' + how} double {one}, {other}")
        sign = "" if how in ("eq", "ne") else "s" if kind == INT else "u"
        return self.do(f"icmp {sign}{how} {machine(kind)} {one}, {other}")

    # Cells of blocks and of tuples.

    def cell(self, node: ast.Subscript) -> tuple[str, Block]:
        """The place of a block's cell, and the block."""
        block, index = self.value(node.value), self.value(node.slice)
        if not isinstance(block.kind, Block) or index.kind != INT:
            raise self.refusal(node, f"{block.kind!r} indexed by {index.kind!r}")
        where = self.within(node, index.text, block.length) if block.kind.long else index.text
        return self.do(f"getelementptr inbounds {machine(block.kind.cell)}, ptr {block.text}, i64 {where}"), block.kind

    def within(self, node: ast.expr, index: str, length: str) -> str:
        """The index; where indexes are guarded, one that lies outside is noted, and 0 taken for it."""
        if not self.whole.guarded:
            return index
        self.whole.places.append(self.place(node.lineno))
        return self.do(f"call i64 @within(i64 {index}, i64 {length}, i64 {len(self.whole.places) - 1})")

    def load(self, place: str, block: Block) -> Value:
        """What a cell holds."""
        never = ", !invariant.load !0" if block.fixed else ""
        apart = "!5" if block.cell == FLOAT else "!4"
        return Value(block.cell, self.do(f"load {machine(block.cell)}, ptr {place}, !tbaa {apart}{never}"))

    def store(self, place: str, block: Block, value: Value) -> None:
        """A value into a cell."""
        apart = "!5" if block.cell == FLOAT else "!4"
        held = self.as_kind(value, block.cell, ast.Pass())
        self.just(f"store {machine(block.cell)} {held.text}, ptr {place}, !tbaa {apart}")

    def of_subscript(self, node: ast.Subscript) -> Value:
        """A cell's value, or a tuple's."""
        indexes: list[ast.expr] = []
        base: ast.expr = node
        while isinstance(base, ast.Subscript):
            indexes.insert(0, base.slice)
            base = base.value
        constant = self.function.__globals__.get(base.id) if isinstance(base, ast.Name) and base.id not in self.taken else None
        if isinstance(base, ast.Name) and base.id in self.rows:
            row = self.rows[base.id]
            where = self.within(node, self.value(node.slice).text, row[1:].split(" ", 1)[0])
            place = self.do(f"getelementptr inbounds {row}, ptr %v.{base.id}, i64 0, i64 {where}")
            return Value(FLOAT, self.do(f"load double, ptr {place}"))
        if isinstance(constant, tuple):
            return self.of_tuple(node, constant, indexes)
        return self.load(*self.cell(node))

    def of_tuple(self, node: ast.expr, constant: tuple[Any, ...], indexes: list[ast.expr]) -> Value:
        """A number of a constant tuple, or of a tuple of tuples."""
        kind, shape = shape_of(constant)
        if shape is None or len(shape) != len(indexes):
            raise self.refusal(node, "a tuple must hold numbers of one kind, or tuples as long as each other, and be indexed to the end")
        name = f"@t{len(self.whole.constants)}"
        text = f"{name} = private unnamed_addr constant {written(constant, kind)}"
        known = next((key for key in self.whole.constants if key == written(constant, kind)), None)
        if known is None:
            self.whole.constants[written(constant, kind)] = text
        else:
            name = self.whole.constants[known].split(" ", 1)[0]
        places = []
        for length, index in zip(shape, indexes, strict=True):
            places.append(f"i64 {self.within(node, self.as_kind(self.value(index), INT, node).text, str(length))}")
        place = self.do(f"getelementptr inbounds {kind_of_shape(kind, shape)}, ptr {name}, i64 0, {', '.join(places)}")
        return Value(kind, self.do(f"load {machine(kind)}, ptr {place}"))

    # Calls.

    def of_call(self, node: ast.Call) -> Value:
        """A call that gives one value."""
        found = self.call(node)
        if not isinstance(found, Value):
            raise self.refusal(node, "a call that gives no value, or several, where one must be")
        return found

    def call(self, node: ast.Call) -> Value | list[Value] | None:
        """A call of step code, of a built-in function or of `math.floor` and `math.sqrt`."""
        if isinstance(node.func, ast.Attribute):
            return self.of_math(node, node.func.attr)
        assert isinstance(node.func, ast.Name)
        function = self.function.__globals__.get(node.func.id)
        if function is None:
            return self.built_in(node, node.func.id)
        values = [self.value(argument) for argument in node.args]
        if function in CASTS:
            return self.cast(node, CASTS[function], values[0])
        names = [name for name in function.__annotations__ if name != "return"]
        if len(names) != len(values):
            raise self.refusal(node, f"{function.__name__} takes {len(names)} annotated arguments and is given {len(values)}")
        given = [self.passed(node, value, str(function.__annotations__[name])) for name, value in zip(names, values, strict=True)]
        made = self.whole.function(function, tuple(value.kind for value in given))
        written_out = [f"{machine(value.kind)} {value.text}" + (f", i64 {value.length}" if is_long(value.kind) else "") for value in given]
        call = f"call {machine(made.result)} {made.name}({', '.join(written_out)})"
        if made.result is None:
            self.just(call)
            return None
        found = self.do(call)
        if isinstance(made.result, Block | str):
            return Value(made.result, found)
        whole = machine(made.result)
        return [Value(kind, self.do(f"extractvalue {whole} {found}, {n}")) for n, kind in enumerate(made.result)]

    def passed(self, node: ast.AST, value: Value, annotation: str) -> Value:
        """An argument as its function wants it: an int for a float as a float."""
        if annotation == "float":
            return self.as_kind(value, FLOAT, node)
        return self.as_kind(value, INT, node) if annotation == "int" and value.kind == TRUTH else value

    def cast(self, node: ast.AST, how: str, value: Value) -> Value:
        """A word, or a block as the step sees it."""
        if how == "word":
            return Value(WORD, self.as_kind(value, INT, node).text if value.kind != WORD else value.text)
        if not isinstance(value.kind, Block):
            raise self.refusal(node, f"a block is wanted, and given {value.kind!r}")
        return Value(Block(value.kind.cell, how == "table", self.whole.guarded), value.text, value.length)

    def of_math(self, node: ast.Call, name: str) -> Value:
        """`math.floor` and `math.sqrt`."""
        value = self.as_kind(self.value(node.args[0]), FLOAT, node)
        if name == "sqrt":
            return Value(FLOAT, self.do(f"call double @llvm.sqrt.f64(double {value.text})"))
        if name != math.floor.__name__:
            raise self.refusal(node, f"math.{name}")
        floor = self.do(f"call double @llvm.floor.f64(double {value.text})")
        return Value(INT, self.do(f"fptosi double {floor} to i64"))

    def built_in(self, node: ast.Call, name: str) -> Value:
        """`abs`, `float`, `int` and `len`."""
        value = self.value(node.args[0])
        if name == "float":
            if value.kind == WORD:
                return Value(FLOAT, self.do(f"uitofp i64 {value.text} to double"))
            return self.as_kind(value, FLOAT, node)
        if name == "int":
            if value.kind == FLOAT:
                return Value(INT, self.do(f"fptosi double {value.text} to i64"))
            return self.as_kind(value, INT, node)
        if name == "abs" and value.kind == FLOAT:
            return Value(FLOAT, self.do(f"call double @llvm.fabs.f64(double {value.text})"))
        if name == "abs":
            return Value(INT, self.do(f"call i64 @llvm.abs.i64(i64 {self.as_kind(value, INT, node).text}, i1 true)"))
        if name == "len" and is_long(value.kind):
            return Value(INT, value.length)
        raise self.refusal(node, f"{name}()")
