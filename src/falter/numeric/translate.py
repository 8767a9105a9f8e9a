"""Step code into LLVM's language: each function once for the kinds it is called with, all in one module.

Why so stands in decisions/compiled-mode.md. The subset is small (`numeric.mode`) and has no objects, so that a translation is its syntax
tree, walked once: every variable is a slot on the stack, which LLVM turns into registers. A variable's kind is the widest of what is
assigned to it; where that is found out late, the function is written anew.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from falter.numeric.expressions import Expressions
from falter.numeric.kinds import FLOAT, INT, Block, Kind, Result, Value, is_literal, machine, wider
from falter.numeric.mode import PRIMITIVES, REGISTERED, text_of

HEAD = """
declare double @llvm.floor.f64(double)
declare double @llvm.sqrt.f64(double)
declare double @llvm.fabs.f64(double)
declare i64 @llvm.abs.i64(i64, i1)
!0 = !{}
!1 = !{!"cells"}
!2 = !{!"whole", !1, i64 0}
!3 = !{!"float", !1, i64 0}
!4 = !{!2, !2, i64 0}
!5 = !{!3, !3, i64 0}
!6 = !{!"llvm.loop.vectorize.predicate.enable", i1 true}
!7 = !{!"llvm.loop.unroll.disable"}
@outside = global i64 0
define internal i64 @within(i64 %index, i64 %length, i64 %where) alwaysinline {
  %good = icmp ult i64 %index, %length
  br i1 %good, label %yes, label %no
yes:
  ret i64 %index
no:
  store i64 %where, ptr @outside
  ret i64 0
}
"""
"""What every module opens with. Whole numbers and floats never share a cell (`!4`, `!5`), and what is fixed never changes (`!0`). Loops are
short: where several rounds can be done at once, the last ones are too, with what is too many masked out (`!6`). Long ones whose rounds are
known are not written out one after the other, which comes first in LLVM, so that they can be done at once (`!7`)."""
FIRST_LOOP = 8
"""The number of the first note on a loop, behind those of the head."""
LONG = 8
"""Rounds that make a loop long."""
ATTRIBUTES = 'nounwind "prefer-vector-width"="256"'
"""Of every function: four floats at once rather than eight, since few loops have so many rounds."""


@cache
def _module(file: str) -> tuple[ast.Module, CodeType]:
    text = Path(file).read_bytes()
    return ast.parse(text), compile(text, file, "exec", dont_inherit=True)


def tree_of(function: FunctionType) -> ast.FunctionDef:
    """The syntax tree of a function at module level. Raises TypeError where its file is no longer what was imported."""
    code = function.__code__
    tree, made = _module(code.co_filename)
    same = [part for part in made.co_consts if isinstance(part, CodeType) and part.co_firstlineno == code.co_firstlineno]
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == function.__name__ and any(text_of(part) == text_of(code) for part in same):
            return node
    raise TypeError(f"{code.co_filename} has changed since it was imported, so that {function.__name__} cannot be compiled")


@dataclass
class Made:
    """A function as translated for some kinds of arguments."""

    name: str
    result: Result
    text: str


@dataclass
class Translation:
    """All functions of one module. `guarded`: every index is tried, and the last that lay outside its block is noted in `@outside`."""

    guarded: bool = False
    made: dict[tuple[Callable[..., Any], tuple[Kind, ...]], Made] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    """Definitions of tuples, by what they hold."""
    places: list[str] = field(default_factory=lambda: [""])
    """Where in the source an index is, by the number that `@outside` then has."""
    loops: list[str] = field(default_factory=list)
    """What is noted on each loop."""

    def loop(self, rounds: int) -> str:
        """A note of its own for a loop, of so many rounds; 0 where they are not known."""
        self.loops.append("!6, !7" if rounds >= LONG else "!6")
        return f"!{FIRST_LOOP + len(self.loops) - 1}"

    def function(self, function: Callable[..., Any], kinds: tuple[Kind, ...]) -> Made:
        """A function for these kinds of arguments, and all that it calls."""
        found = self.made.get((function, kinds))
        if found is None:
            name = f'@"{".".join(REGISTERED[function])}.{len(self.made)}"'
            found = self.made[function, kinds] = Made(name, None, "")
            if function in PRIMITIVES:
                primitive(function, found)
            else:
                assert isinstance(function, FunctionType)
                Body(self, function, kinds, found).write()
        return found

    def entry(self, function: Callable[..., Any], result: Result, kinds: tuple[Kind, ...]) -> str:
        """The whole module; the function is `@entry` in it, each block an address and a length."""
        inner = self.function(function, kinds)
        takes = ", ".join(f"{machine(kind)} %a{n}" + (f", i64 %n{n}" if isinstance(kind, Block) else "") for n, kind in enumerate(kinds))
        call = f"call {machine(inner.result)} {inner.name}({takes})"
        if inner.result is None:
            body = f"  {call}\n  ret void"
        elif inner.result == result:
            body = f"  %r = {call}\n  ret {machine(result)} %r"
        else:
            raise TypeError(f"{inner.name} returns {inner.result!r} and not {result!r}")
        last = f"define {machine(result)} @entry({takes}) {{\n{body}\n}}"
        notes = [f"!{FIRST_LOOP + n} = distinct !{{!{FIRST_LOOP + n}, {noted}}}" for n, noted in enumerate(self.loops)]
        return "\n".join([HEAD, *notes, *self.constants.values(), *(made.text for made in self.made.values()), last])


def primitive(function: Callable[..., Any], found: Made) -> None:
    """A function whose body is given in LLVM's language."""
    results, body = PRIMITIVES[function]
    found.result = results if len(results) == 1 else tuple(results)
    arguments = [(name, kind) for name, kind in function.__annotations__.items() if name != "return"]
    takes = ", ".join(f"{machine(INT if kind == 'int' else FLOAT)} %{name}" for name, kind in arguments)
    found.text = f"define internal {machine(found.result)} {found.name}({takes}) alwaysinline nounwind {{\n{body}\n}}"


class Body(Expressions):
    """One function being written for the kinds it is called with: its statements."""

    def __init__(self, whole: Translation, function: FunctionType, kinds: tuple[Kind, ...], made: Made) -> None:
        super().__init__(whole, function)
        self.tree = tree_of(function)
        self.made = made
        self.names = [argument.arg for argument in self.tree.args.args]
        self.taken = dict(zip(self.names, kinds, strict=True))
        self.kinds = {name: kind for name, kind in self.taken.items() if not isinstance(kind, Block)}
        self.result: Result = FLOAT if function.__annotations__.get("return") == "float" else None
        self.returns = function.__annotations__.get("return") != "None"

    def write(self) -> None:
        """The text, written anew until every kind is settled."""
        while True:
            before = (dict(self.kinds), self.result)
            self.begin()
            for statement in self.tree.body:
                self.statement(statement)
            if before == (self.kinds, self.result):
                break
        if not self.ended:
            self.end("unreachable" if self.returns else "ret void")
        takes = []
        for name, kind in self.taken.items():
            length = f", i64 %n.{name}" if isinstance(kind, Block) and kind.long else ""
            takes.append(f"{machine(kind)} %p.{name}{length}")
        slots = [f"  %v.{name} = alloca {machine(kind)}" for name, kind in self.kinds.items()]
        slots += [f"  %v.{name} = alloca {row}" for name, row in self.rows.items()]
        given = [self.store_text(name, Value(kind, f"%p.{name}")) for name, kind in self.taken.items() if not isinstance(kind, Block)]
        self.made.result = self.result
        head = f"define internal {machine(self.result)} {self.made.name}({', '.join(takes)}) {ATTRIBUTES} {{\nentry:"
        self.made.text = "\n".join([head, *slots, *given, "  br label %start", "start:", *self.lines, "}"])

    def store_text(self, name: str, value: Value) -> str:
        """An argument into its slot, which may be wider."""
        kind = self.kinds[name]
        if kind == value.kind:
            return f"  store {machine(kind)} {value.text}, ptr %v.{name}"
        raise self.refusal(self.tree, f"{name} is given as {value.kind!r} and becomes {kind!r}: use another name")

    def statement(self, node: ast.stmt) -> None:
        """One statement."""
        self.line = node.lineno
        kind = type(node).__name__.lower()
        writer: Callable[[Any], None] | None = getattr(self, f"do_{kind}", None)
        if writer is None:
            raise self.refusal(node, kind)
        writer(node)

    def block(self, nodes: list[ast.stmt]) -> None:
        """Statements one after the other."""
        for node in nodes:
            self.statement(node)

    def do_pass(self, _node: ast.Pass) -> None:
        """Nothing."""

    def do_expr(self, node: ast.Expr) -> None:
        """A call for what it does; a docstring."""
        if isinstance(node.value, ast.Call):
            self.call(node.value)

    def do_assign(self, node: ast.Assign) -> None:
        """`a = b = x`, `a, b = f()`."""
        several = self.gives_several(node.value)
        values = self.several(node.value) if several else [self.value(node.value)]
        for target in node.targets:
            if several and isinstance(target, ast.Name):
                self.keep_row(node, target.id, values)
                continue
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            for name, value in zip(names, values, strict=True):
                self.assign(name, value)

    def do_annassign(self, node: ast.AnnAssign) -> None:
        """`a: float = x`."""
        if node.value is not None:
            self.assign(node.target, self.value(node.value))

    def do_augassign(self, node: ast.AugAssign) -> None:
        """`a += x`."""
        if isinstance(node.target, ast.Name):
            before = ast.copy_location(ast.Name(node.target.id, ast.Load()), node)
            self.assign(node.target, self.binary(node, node.op, self.value(before), self.value(node.value)))
        else:
            assert isinstance(node.target, ast.Subscript)
            place, kind = self.cell(node.target)
            after = self.binary(node, node.op, self.load(place, kind), self.value(node.value))
            self.store(place, kind, after)

    def assign(self, target: ast.expr, value: Value) -> None:
        """A value into a variable or a cell."""
        if isinstance(target, ast.Name):
            self.keep(target, target.id, value)
        elif isinstance(target, ast.Subscript):
            place, kind = self.cell(target)
            if kind.fixed:
                raise self.refusal(target, "a table is not written")
            self.store(place, kind, value)
        else:
            raise self.refusal(target, type(target).__name__)

    def do_if(self, node: ast.If) -> None:
        """Either or."""
        yes, no, after = self.label("then"), self.label("else"), self.label("after")
        self.branch(node.test, yes, no if node.orelse else after)
        self.start(yes)
        self.block(node.body)
        self.end(f"br label %{after}")
        if node.orelse:
            self.start(no)
            self.block(node.orelse)
            self.end(f"br label %{after}")
        self.start(after)

    def do_while(self, node: ast.While) -> None:
        """As long as."""
        head, body, after = self.label("while"), self.label("body"), self.label("after")
        self.end(f"br label %{head}")
        self.start(head)
        self.branch(node.test, body, after)
        self.loop(node.body, body, head, after)
        self.start(after)

    def loop(self, nodes: list[ast.stmt], body: str, again: str, after: str) -> None:
        """The inside of a loop; `continue` goes to `again`."""
        self.start(body)
        self.loops.append((again, after))
        self.block(nodes)
        self.loops.pop()
        self.end(f"br label %{again}")

    def do_for(self, node: ast.For) -> None:
        """`for i in range(…)`: the bounds are taken once, and nothing done to i changes how often."""
        assert isinstance(node.iter, ast.Call)
        given = [self.as_kind(self.value(argument), INT, node) for argument in node.iter.args]
        start = given[0] if len(given) > 1 else Value(INT, "0")
        end, step = given[min(1, len(given) - 1)], given[2].text if len(given) > 2 else "1"
        if not step.lstrip("-").isdigit():
            raise self.refusal(node, "a range() whose step is no literal")
        assert isinstance(node.target, ast.Name)
        rounds = int(end.text) - int(start.text) if is_literal(start) and is_literal(end) else 0
        counter = self.hidden()
        self.keep(node, counter, start)
        head, body, again, after = self.label("for"), self.label("body"), self.label("next"), self.label("after")
        self.end(f"br label %{head}")
        self.start(head)
        now = self.kept(counter)
        going = self.do(f"icmp {'sgt' if step.startswith('-') else 'slt'} i64 {now.text}, {end.text}")
        self.end(f"br i1 {going}, label %{body}, label %{after}")
        self.start(body)
        self.keep(node, node.target.id, now)
        self.loop(node.body, self.label("inside"), again, after)
        self.start(again)
        self.keep(node, counter, Value(INT, self.do(f"add nsw i64 {self.kept(counter).text}, {step}")))
        self.end(f"br label %{head}, !llvm.loop {self.whole.loop(rounds)}")
        self.start(after)

    def do_break(self, _node: ast.Break) -> None:
        """Out of the loop."""
        self.end(f"br label %{self.loops[-1][1]}")

    def do_continue(self, _node: ast.Continue) -> None:
        """On to the next."""
        self.end(f"br label %{self.loops[-1][0]}")

    def do_return(self, node: ast.Return) -> None:
        """Back to the caller, with one value, several, or none."""
        if node.value is None:
            self.end("ret void")
        elif self.gives_several(node.value):
            self.return_several(node, self.several(node.value))
        else:
            value = self.value(node.value)
            before = value.kind if self.result is None else self.result
            kind = None if isinstance(before, tuple) else wider(value.kind, before)
            if not isinstance(kind, str):
                raise self.refusal(node, f"returns {value.kind!r} and elsewhere {before!r}")
            self.result = kind
            self.end(f"ret {machine(kind)} {self.as_kind(value, kind, node).text}")

    def return_several(self, node: ast.Return, values: list[Value]) -> None:
        """Several values, each as wide as it must be for every return."""
        before = self.result if isinstance(self.result, tuple) else tuple(value.kind for value in values)
        kinds = [wider(value.kind, kind) for value, kind in zip(values, before, strict=True)]
        if None in kinds:
            raise self.refusal(node, "returns values of other kinds elsewhere")
        self.result = tuple(kind for kind in kinds if kind is not None)
        whole, built = machine(self.result), "poison"
        for n, (value, kind) in enumerate(zip(values, self.result, strict=True)):
            built = self.do(f"insertvalue {whole} {built}, {machine(kind)} {self.as_kind(value, kind, node).text}, {n}")
        self.end(f"ret {whole} {built}")
