"""The numbers of a scene that can be varied, each by a name as it is read in the text: `KYLO.loves.HUX`, `HUX.mood.grief`, `theta0`.

One list, for sweeping, tuning and asking what would have had to be different.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from falter.model.constants import CONSTANTS
from falter.model.people import Person
from falter.model.scene import Scene

Steps = tuple[str | int, ...]
LONGEST = 86_400.0
"""s: the longest time an order's deadline may be varied to."""


class Quantity(NamedTuple):
    """One number of a scene: what it is called, where in the model it stands, its value, and the range it may have."""

    name: str
    path: Steps
    value: float
    least: float = 0.0
    most: float = 1.0


class _Found(NamedTuple):
    """A quantity before it is known whether its name is the only one of its kind."""

    name: str
    path: Steps
    value: float
    most: float = 1.0


def quantities(scene: Scene) -> dict[str, Quantity]:
    """Every quantity of the scene by its name, in the scene's order; the constants of the mind last. A second of a name is called `….2`."""
    found = [*_of_the_place(scene), *(one for row, person in enumerate(scene.people) for one in _of_a_person(row, person))]
    made: dict[str, Quantity] = {}
    times: Counter[str] = Counter()
    for one in found:
        times[one.name] += 1
        name = one.name if times[one.name] == 1 else f"{one.name}.{times[one.name]}"
        made[name] = Quantity(name, one.path, one.value, 0.0, one.most)
    own = dict(scene.constants)
    for name, constant in CONSTANTS.items():
        made[name] = Quantity(name, ("constants", name), own.get(name, constant.default), constant.low, constant.high)
    return made


def with_values(scene: Scene, values: Mapping[str, float], known: Mapping[str, Quantity] | None = None) -> Scene:
    """The scene with these quantities set. Raises KeyError for a name that is none; ranges are the caller's to check.

    `known` are its quantities, for whoever sets them many times.
    """
    known = known or quantities(scene)
    for name, value in values.items():
        path = known[name].path
        if path[0] == "constants":
            kept = tuple(pair for pair in scene.constants if pair[0] != name)
            scene = scene.model_copy(update={"constants": (*kept, (name, value))})
        else:
            scene = _replaced(scene, path, value)
    return scene


def _replaced(record: Any, path: Steps, value: float) -> Any:
    """A record or tuple with the number at a path replaced; of a strength given as a range, the range goes."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*record[:step], _replaced(record[step], rest, value), *record[step + 1 :])
    update: dict[str, Any] = {step: _replaced(getattr(record, step), rest, value)}
    if not rest and "upto" in type(record).model_fields:
        update["upto"] = None
    return record.model_copy(update=update)


def _of_the_place(scene: Scene) -> Iterator[_Found]:
    if scene.place is not None:
        yield _Found("place.dark", ("place", "dark"), scene.place.dark)


def _of_a_person(row: int, person: Person) -> Iterator[_Found]:
    base: Steps = ("people", row)
    for one in (*_bonds(person), *_duties(person), *_inner_life(person)):
        yield one._replace(name=f"{person.id}.{one.name.replace(' ', '-')}", path=(*base, *one.path))


def _bonds(person: Person) -> Iterator[_Found]:
    """Ties, norms, wants, powers, and what a covering hides."""
    for k, tie in enumerate(person.ties):
        yield _Found(f"{tie.word}.{tie.person}", ("ties", k, "strength"), tie.performed)
    for k, norm in enumerate(person.norms):
        yield _Found(f"{'abhors' if norm.against else 'honours'}.{norm.meaning}", ("norms", k, "strength"), norm.strength)
    for k, want in enumerate(person.wants):
        yield _Found(f"wants.{want.move}", ("wants", k, "strength"), want.strength)
    for k, power in enumerate(person.powers):
        yield _Found(f"can.{power.word}", ("powers", k, "strength"), power.strength)
    for k, covering in enumerate(person.wears):
        for c, hidden in enumerate(covering.over):
            yield _Found(f"wears.{covering.thing}.{hidden.channel}", ("wears", k, "over", c, "strength"), hidden.strength)


def _duties(person: Person) -> Iterator[_Found]:
    """Orders with their deadlines, and promises."""
    for k, order in enumerate(person.orders):
        name = f"ordered.{order.move}" if order.keeps is None else f"ordered.keep.{order.keeps[0]}"
        yield _Found(name, ("orders", k, "strength"), order.strength)
        if order.within is not None:
            yield _Found(f"{name}.within", ("orders", k, "within"), order.within, LONGEST)
    for k, promise in enumerate(person.promises):
        yield _Found(f"promises.{promise.move}", ("promises", k, "strength"), promise.strength)


def _inner_life(person: Person) -> Iterator[_Found]:
    """Moods, display rules, what memories feel like, what is wondered."""
    for k, felt in enumerate(person.moods):
        if felt.strength is not None:
            yield _Found(f"mood.{felt.emotion}", ("moods", k, "strength"), felt.strength)
    for k, rule in enumerate(person.shows):
        yield _Found(f"{rule.rule}.{rule.emotion}", ("shows", k, "strength"), rule.strength)
    for k, memory in enumerate(person.memories):
        for c, felt in enumerate(memory.feels):
            if felt.strength is not None:
                yield _Found(f"remembers.{memory.id}.{felt.emotion}", ("memories", k, "feels", c, "strength"), felt.strength)
    for k, wonder in enumerate(person.wonders):
        about = {"means": f"{wonder.person}.means.{wonder.move}", "tie": f"{wonder.person}.{wonder.tie}.{wonder.other}"}
        yield _Found(f"wonders.{about.get(wonder.about, wonder.fact)}", ("wonders", k, "strength"), wonder.strength)
