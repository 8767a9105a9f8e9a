"""A scene as one writes it: the inverse of the reader, in one canonical form. Reading what it prints gives the same scene.

Knows the order of a scene's lines and their layout; words and numbers are `phrase`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from falter.model.conditions import Atom, Condition
from falter.model.moves import Move, Utterance
from falter.model.people import Arrival, Covering, DisplayRule, Memory, Order, Person, Promise, Tie, Wonder, Words
from falter.model.scene import Closing, Detail, Happening, Later, Link, Mark, Scene, Thing, Told
from falter.scene import phrase
from falter.scene.adding import is_bare
from falter.scene.phrase import joined
from falter.scene.quoted import quote
from falter.scene.tokens import UNSEEN

WIDTH: Final = 120
"""Columns after which a list of endings goes on in another line."""

_UNPLAIN: Final = re.compile(rf'["“”„«»‘\t{UNSEEN}]|//|^\s|\s$|^$')


def print_scene(scene: Scene) -> str:
    """The scene's text. What the language has no words for (a line end within a text, say) does not survive."""
    blocks = (
        _head(scene),
        _facts(scene),
        *(_person(person, borrows=bool(scene.uses)) for person in scene.people),
        _details(scene),
        _moves(scene.moves),
        *_parts(scene),
        _world(scene),
        _close(scene),
    )
    return "\n".join("".join(f"{line}\n" for line in block) for block in map(list, blocks) if block)


def plain(words: str, place: bool = False) -> str:
    """A title as it stands, in quotes if it would not be read back as it is."""
    return quote(words) if _UNPLAIN.search(words) or (place and re.search(r",\s*dark\b", words)) else words


def _head(scene: Scene) -> Iterator[str]:
    yield f"falter {scene.falter}"
    if not scene.is_cast:
        yield f"scene {plain(scene.title)}"
    if scene.place is not None:
        dark = f", dark: {phrase.strength(scene.place.dark)}" if scene.place.dark else ""
        yield f"place {plain(scene.place.text, place=True)}{dark}"
        yield from (f"  {_mark(mark)}" for mark in scene.place.marks)
    if scene.told != Told():
        yield f"told {_told(scene.told)}"
    if scene.tempo != "even":
        yield f"tempo {scene.tempo}"
    yield from (f"set {name} {phrase.number(value)}" for name, value in scene.constants)
    yield from (f"use {quote(name)}" for name in scene.uses)


def _mark(mark: Mark) -> str:
    head = f"mark {mark.id}{_called(mark.called)}"
    return joined(head, [f"{phrase.metres(reach.metres)} from {reach.mark}" for reach in mark.reaches])


def _called(called: str | None) -> str:
    return "" if called is None else f" {quote(called)}"


def _told(told: Told) -> str:
    said = [f"close to {close.person}" + (f" from {close.after}" if close.after else "") for close in told.close]
    if told.tense != "past":
        said = [f"{said[0]}, {told.tense}", *said[1:]] if said else [told.tense]
    said += [f"{elision.move} elided" + _called(elision.text) for elision in told.elided]
    return "; ".join(said)


def _facts(scene: Scene) -> list[str]:
    things = [_thing(thing) for thing in scene.things]
    links = [_link(link) for link in scene.links]
    return things + links + [f"fact {fact.id} {quote(fact.text)}, {'true' if fact.true else 'false'}" for fact in scene.facts]


def _thing(thing: Thing) -> str:
    where = [f"{thing.preposition} {thing.where}"] if thing.where is not None else []
    return joined(f"thing {thing.id}{_called(thing.called)}", where)


def _link(link: Link) -> str:
    carries = ", ".join(channel if value == 1 else f"{channel} {phrase.strength(value)}" for channel, value in link.carries)
    return f"link {link.id}, {link.between[0]} to {link.between[1]}, {'closed, ' if link.closed else ''}carries {carries}"


def _person(person: Person, borrows: bool) -> Iterator[str]:
    yield _opening(person, borrows)
    yield from (f"  {line}" for line in _lines(person))


def _opening(person: Person, borrows: bool) -> str:
    """The line that opens a person; in a scene that uses others, without a pronoun where a used file may open him."""
    clauses: list[str] = [] if borrows and is_bare(person) else [person.pronoun]
    if person.count != 1:
        clauses.append(f"{person.count} people")
    if person.away:
        clauses.append("away")
    if person.arrives is not None:
        clauses.append(f"arrives {_arrival(person.arrives)}")
    if person.once is not None:
        clauses.append(f"once {person.once}")
    return joined(person.id + _called(person.called), clauses, space=borrows and is_bare(person))


def _arrival(arrival: Arrival) -> str:
    return f"{arrival.mark} in {phrase.seconds(arrival.earliest, arrival.latest)}{_called(arrival.text)}"


def _lines(person: Person) -> Iterator[str]:
    where = [f"at {person.at}"] if person.at is not None else []
    if person.beside is not None:
        where.append(f"at {phrase.metres(person.apart or 0.0)} from {person.beside}")
    if person.busy:
        where.append("busy")
    if where:
        yield ", ".join(where)
    if person.tempo != "even":
        yield f"tempo {person.tempo}"
    yield from map(_covering, person.wears)
    if person.moods:
        yield "mood " + ", ".join(f"{felt.emotion}: {phrase.strength(felt.strength or 0.0)}" for felt in person.moods)
    yield from map(_tie, person.ties)
    yield from map(_order, person.orders)
    yield from (f"{'abhors' if norm.against else 'honours'} {norm.meaning}: {phrase.strength(norm.strength)}" for norm in person.norms)
    yield from (f"wants to {_aimed(want.move, want.target)}: {phrase.strength(want.strength)}" for want in person.wants)
    yield from map(_promise, person.promises)
    yield from (f"can {power.word}: {phrase.strength(power.strength)}" for power in person.powers)
    if person.hides:
        yield "hides " + ", ".join(person.hides)
    yield from map(_display, person.shows)
    if person.copes is not None:
        yield "copes by " + (", ".join(person.copes) or "nothing")
    if person.knows:
        yield "knows " + ", ".join(person.knows)
    if person.knows_of:
        yield "knows " + ", ".join(f"{known.person} knows {known.fact}" for known in person.knows_of)
    yield from map(_memory, person.memories)
    yield from map(_wonder, person.wonders)
    yield from map(_words, person.words)


def _aimed(move: str, target: str | None) -> str:
    return move if target is None else f"{move} {target}"


def _covering(covering: Covering) -> str:
    over = ", ".join(f"{hidden.channel} {phrase.strength(hidden.strength)}" for hidden in covering.over)
    return f"wears {covering.thing} over {over}"


def _display(rule: DisplayRule) -> str:
    end = f" with {rule.by}" if rule.rule == "masks" else f": {phrase.strength(rule.strength)}"
    return f"{rule.rule} {rule.emotion}{end}"


def _tie(tie: Tie) -> str:
    upto = "" if tie.upto is None else f" to {phrase.strength(tie.upto)}"
    return f"{tie.word} {tie.person}: {phrase.strength(tie.strength)}{upto}{', hidden' if tie.hidden else ''}{_called(tie.because)}"


def _order(order: Order) -> str:
    what = f"keep {order.keeps[0]} on {order.keeps[1]}" if order.keeps is not None else _aimed(order.move or "", order.target)
    within = "" if order.within is None else f", within {phrase.seconds(order.within)}"
    return f"ordered by {order.by} to {what}: {phrase.strength(order.strength)}{within}{_called(order.because)}"


def _promise(promise: Promise) -> str:
    unless = f" unless {phrase.condition(promise.unless)}" if promise.unless is not None else ""
    within = f" within {phrase.seconds(promise.within)}" if promise.within is not None else ""
    return f"promises {_aimed(promise.move, promise.target)}{unless}{within}: {phrase.strength(promise.strength)}"


def _memory(memory: Memory) -> str:
    clauses = [] if memory.with_ is None else [f"with {memory.with_}"]
    if memory.feels:
        clauses.append("feels " + ", ".join(map(phrase.felt, memory.feels)))
    if memory.woken:
        clauses.append("woken by " + ", ".join(memory.woken))
    return joined(f"remembers {memory.id} {quote(memory.text)}", clauses, space=True)


def _wonder(wonder: Wonder) -> str:
    if wonder.about == "means":
        what = f"if {wonder.person} means to {_aimed(wonder.move or '', wonder.target)}"
    elif wonder.about == "tie":
        what = f"how {wonder.person} {wonder.tie} {wonder.other}"
    else:
        what = f"if {wonder.fact}"
    return f"wonders {what}: {phrase.strength(wonder.strength)}"


def _words(words: Words) -> str:
    person = f" {words.person}" if words.person is not None else ""
    return f"{words.kind}{person} {quote(words.text)}{_looks(words.again, words.last, words.when)}"


def _looks(again: Iterable[str], last: str | None, when: Condition) -> str:
    said = [f"again {quote(text)}" for text in again]
    if last is not None:
        said.append(f"last {quote(last)}")
    if when.clauses:
        said.append(f"when {phrase.condition(when)}")
    return "".join(f" {each}" for each in said)


def _details(scene: Scene) -> list[str]:
    return [_detail(detail) for detail in scene.details]


def _detail(detail: Detail) -> str:
    return f"detail {detail.id} {quote(detail.first)}{_looks(detail.again, detail.last, detail.when)}"


def _moves(moves: Iterable[Move]) -> Iterator[str]:
    for move in moves:
        own = move.wordings[:1] if move.wordings and move.wordings[0].kind is None else ()
        yield _move(move, own)
        yield from (f"  {_wording(wording)}" for wording in move.wordings[len(own) :])


def _move(move: Move, own: tuple[Utterance, ...]) -> str:
    head = f"{' or '.join(move.who) or 'anyone'} may {move.id}" + "".join(f" {quote(wording.text)}" for wording in own)
    if move.target is not None:
        head += f" {move.towards} {move.target}"
    return joined(head, _clauses(move), space=bool(own) and move.target is None)


def _clauses(move: Move) -> list[str]:
    said = [] if move.step is None else [phrase.metres(move.step)]
    flags = {"inner": move.inner, "aside": move.aside, "again": move.again, "once": move.only_once, "cannot be undone": move.lasting}
    said += [word for word, is_so in flags.items() if is_so]
    said += [] if move.once is None else [f"once {move.once}"]
    said += [f"leans {phrase.strength(move.leans)}"] if move.leans else []
    said += [] if move.takes is None else [f"takes {phrase.seconds(move.takes)}"]
    said += [] if move.lands is None else [f"lands at {phrase.seconds(move.lands)}"]
    said += [] if move.returns is None else [f"returns {_arrival(move.returns)}"]
    for word, names in (("uses", move.uses), ("drops", move.drops), ("dons", move.dons), ("tells", move.tells)):
        said += [f"{word} {', '.join(names)}"] if names else []
    said += [] if move.puts is None else ["puts " + " ".join(move.puts)]
    said += [] if move.gives is None else [f"gives {move.gives}"]
    said += [] if move.grabs is None else [f"grabs {move.grabs}"]
    said += [] if move.searches is None else [f"searches {move.searches}"]
    said += [] if move.opens is None else [f"opens {move.opens}"]
    said += [] if move.closes is None else [f"closes {move.closes}"]
    return said + [phrase.meant(meant) for meant in move.means] + _needs(move.needs)


def _needs(needs: Condition) -> list[str]:
    """A single clause is told apart into `needs`, `after` and `if`, in the order of its atoms."""
    if len(needs.clauses) != 1:
        return [f"if {phrase.condition(needs)}"] if needs.clauses else []
    groups: list[tuple[str, list[str]]] = []
    for atom in needs.clauses[0].atoms:
        word = _intro(atom)
        if groups and groups[-1][0] == word and word != "after":
            groups[-1][1].append(phrase.atom(atom))
        else:
            groups.append((word, [phrase.atom(atom)]))
    return [" and ".join(atoms) if word == "after" else f"{word} {' and '.join(atoms)}" for word, atoms in groups]


def _intro(atom: Atom) -> str:
    if atom.negated or atom.subject is not None:
        return "if"
    if atom.word == "done":
        return "after"
    return "needs" if atom.word == "within" and atom.person is None else "if"


def _wording(wording: Utterance) -> str:
    said = [] if wording.tone is None else [f"tone {wording.tone}"]
    if wording.feels:
        said.append("feels " + ", ".join(map(phrase.felt, wording.feels)))
    said += [phrase.meant(meant) for meant in wording.means]
    if wording.when.clauses:
        said.append(f"if {phrase.condition(wording.when)}")
    return joined(f"{wording.kind or 'does'} {quote(wording.text)}", said, space=True)


def _parts(scene: Scene) -> Iterator[list[str]]:
    for part in scene.parts:
        head = f"part {part.id} after {part.after}" if part.id is not None else f"part after {part.after}"
        yield [head, *(f"  {line}" for line in _moves(part.moves))]


def _world(scene: Scene) -> list[str]:
    lines = [_happening(happening) for happening in scene.happenings]
    lines += [_later(later) for later in scene.laters]
    lines += [f"never {never.move} after {never.after}" for never in scene.nevers]
    return lines + [f"must {must.move}" + (f" before {must.before}" if must.before else "") for must in scene.musts]


def _happening(happening: Happening) -> str:
    said = [] if happening.at is None else [f"at {happening.at}"]
    if happening.earliest is not None:
        latest = happening.earliest if happening.latest is None else happening.latest
        said.append(f"in {phrase.seconds(happening.earliest, latest)}")
    said += [] if happening.dark is None else [f"dark: {phrase.strength(happening.dark)}"]
    said += [phrase.meant(meant) for meant in happening.means]
    if happening.when is not None:
        said.append(f"when {phrase.condition(happening.when)}")
    return joined(f"happens {happening.id} {quote(happening.text)}", said, space=True)


def _later(later: Later) -> str:
    id_ = "" if later.id == "later" else f"{later.id} "
    said = [] if later.after is None else [f"after {later.after}"]
    said += [] if later.when is None else [f"when {phrase.condition(later.when)}"]
    return joined(f"later {id_}{phrase.seconds(later.passes)}{_called(later.text)}", said, space=True)


def _close(scene: Scene) -> list[str]:
    lines = [f"closes {' or '.join(map(_closing, scene.closings))}"] if scene.closings else []
    lines += _wrapped(
        "ends",
        [f"{ending.name} if {phrase.condition(ending.when)}" if ending.when.clauses else f"else {ending.name}" for ending in scene.endings],
    )
    lines += _wrapped(
        "expect",
        [
            f"{each.ending} {phrase.share(each.least, each.most)}" if each.ending is not None else "every move performed"
            for each in scene.expectations
        ],
    )
    return lines + _wrapped("aim", [f"{aim.ending} {phrase.share(aim.least, aim.most)}" for aim in scene.aims])


def _closing(closing: Closing) -> str:
    if closing.after is not None:
        return f"{phrase.seconds(closing.seconds or 0.0)} after {closing.after}"
    if closing.when is not None:
        return f"when {phrase.condition(closing.when)}"
    return f"at {phrase.seconds(closing.at or 0.0)}"


def _wrapped(word: str, said: list[str]) -> list[str]:
    """Sentences on one line with semicolons, as many lines as they need."""
    lines: list[str] = []
    for each in said:
        if lines and len(lines[-1]) + len(each) < WIDTH:
            lines[-1] += f"; {each}"
        else:
            lines.append(f"{word} {each}")
    return lines
