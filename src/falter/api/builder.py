"""A scene made in Python. The builder writes the lines of the language, and the reader reads them: what may be said,
and what is said of a slip, is the same as in a file.

    >>> b = SceneBuilder("The Gate", "a gate in a wall")
    >>> b.mark("gate").mark("road", "5 m from gate").text().splitlines()[-1]
    '  mark road, 5 m from gate'
    >>> anna, ben = b.person("ANNA", "the guard", "she"), b.person("BEN", "the stranger", "he")
    >>> _ = anna.at("gate").loves("BEN", .2)
    >>> _ = ben.at("road").may("go", "turns back", means="leaves")
    >>> _ = anna.may("ask", "puts up a hand", to="BEN", means="asks", when="noticed BEN").says("Who goes there?", tone="sharp")
    >>> b.scene().moves
    ('go', 'ask')
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from falter.api.scene import Scene, parse
from falter.scene.phrase import number
from falter.scene.printer import plain
from falter.scene.quoted import quote

Strong = str | float
"""A strength: `"strongly"`, or a number in [0, 1]."""
Several = str | Iterable[str]

_INDENT: Final = "  "


class SceneBuilder:
    """A scene being written. Calls give the builder back, so that they chain; `person` and `may` give what they begin."""

    def __init__(self, title: str, place: str | None = None, dark: Strong | None = None) -> None:
        self._head = ["falter 1", f"scene {plain(title)}"]
        self._place: list[str] = []
        self._people: list[PersonBuilder] = []
        self._lines: list[str] = []
        if place is not None:
            self.place(place, dark)

    def place(self, text: str, dark: Strong | None = None) -> SceneBuilder:
        """Where it is, and how dark."""
        self._place[:1] = [f"place {plain(text, place=True)}" + ("" if dark is None else f", dark: {_strength(dark)}")]
        return self

    def mark(self, id_: str, *reaches: str, called: str | None = None) -> SceneBuilder:
        """A mark in the place: `b.mark("road", "5 m from gate")`."""
        self._place.append(_INDENT + ", ".join([f"mark {id_}{_called(called)}", *reaches]))
        return self

    def told(self, how: str) -> SceneBuilder:
        """How it is told: `b.told("close to KYLO, past; close to HUX from light")`."""
        self._head.append(f"told {how}")
        return self

    def use(self, path: str) -> SceneBuilder:
        """Take over the people, things and facts of another file: `b.use("people.falter")`."""
        self._head.append(f"use {quote(path)}")
        return self

    def person(self, id_: str, called: str | None = None, pronoun: str = "they", *clauses: str) -> PersonBuilder:
        """Open a person: `b.person("SNOKE", "the leader", "he", "away")`."""
        made = PersonBuilder(self, ", ".join([id_ + _called(called), pronoun, *clauses]), id_)
        self._people.append(made)
        return made

    def anyone_may(self, id_: str, text: str | None = None, **clauses: object) -> MoveBuilder:
        """A move that anyone may make; its arguments are those of `PersonBuilder.may`."""
        return self._move("anyone", id_, text, clauses)

    def detail(self, id_: str, text: str, *, again: Several = (), last: str | None = None, when: str | None = None) -> SceneBuilder:
        """Something to look at when nothing presses."""
        return self.line(f"detail {id_} {quote(text)}{_looks(again, last, when)}")

    def closes(self, *ways: str) -> SceneBuilder:
        """When the performance stops: `b.closes("30 s after strike", "when KYLO gone", "at 12 min")`."""
        return self.line("closes " + " or ".join(ways))

    def ends(self, otherwise: str | None = None, **endings: str) -> SceneBuilder:
        """What it is called then, the first that holds: `b.ends(gone="BEN gone", otherwise="still_there")`."""
        said = [f"{name} if {condition}" for name, condition in endings.items()]
        return self.line("ends " + "; ".join(said + ([f"else {otherwise}"] if otherwise else [])))

    def expect(self, *expectations: str) -> SceneBuilder:
        """What testing holds the scene to: `b.expect("killed 30..70 %", "every move performed")`."""
        return self.line("expect " + "; ".join(expectations))

    def line(self, line: str) -> SceneBuilder:
        """Any line of the language, as it stands in a file; with line ends in it, several."""
        self._lines.append(line)
        return self

    def text(self) -> str:
        """The scene so far, as text."""
        lines = [*self._head, *self._place]
        for person in self._people:
            lines += person.lines
        return "\n".join([*lines, *self._lines]) + "\n"

    def scene(self) -> Scene:
        """The scene, to perform. Raises SceneError with all faults at once, each under the line that was built."""
        return parse(self.text())

    def _move(self, who: str, id_: str, text: str | None, clauses: dict[str, object]) -> MoveBuilder:
        at = len(self._lines)
        self._lines.append(_move_line(f"{who} may {id_}", text, clauses))
        return MoveBuilder(self._lines, at)


class PersonBuilder:
    """One person being written."""

    def __init__(self, scene: SceneBuilder, opening: str, id_: str) -> None:
        self.id = id_
        self.lines = [opening]
        self._scene = scene

    def line(self, line: str) -> PersonBuilder:
        """Any line that may stand under a person."""
        self.lines.append(_INDENT + line)
        return self

    def at(self, mark: str, *, busy: bool = False) -> PersonBuilder:
        """Where the person stands: a mark, or `"1 m from HUX"`."""
        return self.line(f"at {mark}" + (", busy" if busy else ""))

    def tempo(self, tempo: str) -> PersonBuilder:
        """How soon the person comes to a decision."""
        return self.line(f"tempo {tempo}")

    def wears(self, thing: str, **over: Strong) -> PersonBuilder:
        """A covering: `kylo.wears("mask", face="wholly", voice="somewhat")`."""
        return self.line(f"wears {thing} over " + ", ".join(f"{channel} {_strength(value)}" for channel, value in over.items()))

    def mood(self, **emotions: Strong) -> PersonBuilder:
        """What the person comes in with."""
        return self.line("mood " + ", ".join(f"{emotion.replace('_', '-')}: {_strength(value)}" for emotion, value in emotions.items()))

    def tie(self, word: str, person: str, strength: Strong, *, hidden: bool = False, because: str | None = None) -> PersonBuilder:
        """A tie of any word: `kylo.tie("hurt by", "HUX", "strongly", because="shut out")`."""
        return self.line(f"{word} {person}: {_strength(strength)}" + (", hidden" if hidden else "") + _called(because))

    def loves(self, person: str, strength: Strong, *, hidden: bool = False, because: str | None = None) -> PersonBuilder:
        """A tie of love."""
        return self.tie("loves", person, strength, hidden=hidden, because=because)

    def hates(self, person: str, strength: Strong, *, hidden: bool = False, because: str | None = None) -> PersonBuilder:
        """A tie of hate."""
        return self.tie("hates", person, strength, hidden=hidden, because=because)

    def fears(self, person: str, strength: Strong, *, hidden: bool = False, because: str | None = None) -> PersonBuilder:
        """A tie of fear."""
        return self.tie("fears", person, strength, hidden=hidden, because=because)

    def ordered(self, by: str, to: str, strength: Strong, *, within: str | None = None, because: str | None = None) -> PersonBuilder:
        """An order: `kylo.ordered("SNOKE", "strike HUX", "wholly", within="10 min")`."""
        limit = "" if within is None else f", within {within}"
        return self.line(f"ordered by {by} to {to}: {_strength(strength)}{limit}{_called(because)}")

    def abhors(self, meaning: str, strength: Strong) -> PersonBuilder:
        """A norm against what a meaning word says."""
        return self.line(f"abhors {meaning}: {_strength(strength)}")

    def honours(self, meaning: str, strength: Strong) -> PersonBuilder:
        """A norm for what a meaning word says."""
        return self.line(f"honours {meaning}: {_strength(strength)}")

    def wants(self, to: str, strength: Strong) -> PersonBuilder:
        """A want: `ben.wants("leave", "somewhat")`."""
        return self.line(f"wants to {to}: {_strength(strength)}")

    def hides(self, *emotions: str) -> PersonBuilder:
        """Emotions whose display is held down."""
        return self.line("hides " + ", ".join(emotions))

    def plays_down(self, emotion: str, strength: Strong) -> PersonBuilder:
        """An emotion that is shown less than it is felt."""
        return self.line(f"plays down {emotion}: {_strength(strength)}")

    def plays_up(self, emotion: str, strength: Strong) -> PersonBuilder:
        """An emotion that is shown more than it is felt."""
        return self.line(f"plays up {emotion}: {_strength(strength)}")

    def masks(self, emotion: str, by: str) -> PersonBuilder:
        """An emotion that is hidden behind another."""
        return self.line(f"masks {emotion} with {by}")

    def feigns(self, emotion: str, strength: Strong) -> PersonBuilder:
        """An emotion that is shown without being felt."""
        return self.line(f"feigns {emotion}: {_strength(strength)}")

    def copes(self, *ways: str) -> PersonBuilder:
        """The ways of coping this one has, and no others; none at all: nothing."""
        return self.line("copes by " + (", ".join(ways) or "nothing"))

    def wonders(self, what: str, strength: Strong) -> PersonBuilder:
        """Something wondered: `hux.wonders("if KYLO means to strike", "barely")`."""
        return self.line(f"wonders {what}: {_strength(strength)}")

    def thinks(self, text: str, when: str | None = None) -> PersonBuilder:
        """Words for a thought."""
        return self.line(f"thinks {quote(text)}{_looks((), None, when)}")

    def senses(self, text: str, when: str | None = None) -> PersonBuilder:
        """Words for what the body feels."""
        return self.line(f"senses {quote(text)}{_looks((), None, when)}")

    def waits(self, text: str, when: str | None = None) -> PersonBuilder:
        """Words for doing nothing."""
        return self.line(f"waits {quote(text)}{_looks((), None, when)}")

    def sees(self, person: str, text: str, when: str | None = None, *, again: Several = (), last: str | None = None) -> PersonBuilder:
        """Words for how another looks; the condition is the other's."""
        return self.line(f"sees {person} {quote(text)}{_looks(again, last, when)}")

    def may(
        self,
        id_: str,
        text: str | None = None,
        *,
        to: str | None = None,
        on: str | None = None,
        toward: str | None = None,
        away_from: str | None = None,
        means: Several = (),
        when: str | None = None,
        needs: str | None = None,
        after: str | None = None,
        clauses: Several = (),
        inner: bool = False,
        again: bool = False,
        once: bool = False,
        undoable: bool = True,
    ) -> MoveBuilder:
        """What the person may do. `clauses` are any others of a move's line, as written: `["takes 2 s", "drops mask"]`."""
        given = {"to": to, "on": on, "toward": toward, "away_from": away_from, "means": means, "when": when, "needs": needs}
        flags = {"after": after, "clauses": clauses, "inner": inner, "again": again, "once": once, "undoable": undoable}
        return self._scene._move(self.id, id_, text, {**given, **flags})


class MoveBuilder:
    """One move being written: its wordings."""

    def __init__(self, lines: list[str], at: int) -> None:
        self._lines = lines
        self._at = at

    def says(self, text: str, *, tone: str | None = None, when: str | None = None, clauses: Several = ()) -> MoveBuilder:
        """Something said: `move.says("Well?", tone="cold", when="ignored")`."""
        return self._wording("says", text, tone, when, clauses)

    def does(self, text: str, *, when: str | None = None, clauses: Several = ()) -> MoveBuilder:
        """Something done, in the present tense."""
        return self._wording("does", text, None, when, clauses)

    def _wording(self, kind: str, text: str, tone: str | None, when: str | None, clauses: Several) -> MoveBuilder:
        said = [*([f"tone {tone}"] if tone else []), *_several(clauses), *([f"if {when}"] if when else [])]
        self._lines[self._at] += f"\n{_INDENT}{kind} {quote(text)}" + (" " + ", ".join(said) if said else "")
        return self


def _move_line(head: str, text: str | None, given: dict[str, object]) -> str:
    """A move's line from the arguments of `may`."""
    line = head + _called(text)
    said: list[str] = []
    for word, name in (("to", "to"), ("on", "on"), ("toward", "toward"), ("from", "away_from")):
        said += [f"{word} {given[name]}"] if given.get(name) else []
    said += [flag for flag in ("inner", "again", "once") if given.get(flag)]
    said += [] if given.get("undoable", True) else ["cannot be undone"]
    said += _several(given.get("clauses", ())) + _several(given.get("means", ()))
    for word, name in (("needs", "needs"), ("after", "after"), ("if", "when")):
        said += [f"{word} {given[name]}"] if given.get(name) else []
    return line + (" " + ", ".join(said) if said else "")


def _several(given: object) -> list[str]:
    if isinstance(given, str):
        return [given]
    return [str(each) for each in given] if isinstance(given, Iterable) else []


def _strength(value: Strong) -> str:
    return value if isinstance(value, str) else number(float(value))


def _called(text: str | None) -> str:
    return "" if text is None else f" {quote(text)}"


def _looks(again: Several, last: str | None, when: str | None) -> str:
    said = [f" again {quote(text)}" for text in _several(again)]
    return "".join(said) + ("" if last is None else f" last {quote(last)}") + ("" if when is None else f" when {when}")
