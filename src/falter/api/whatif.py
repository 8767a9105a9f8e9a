"""What would have been, had something been different: the facade over `explain`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from falter.api.run import Run
from falter.model.quantities import with_values

if TYPE_CHECKING:
    from falter.api.scene import Scene
    from falter.explain.parting import Parting


@dataclass(frozen=True)
class WhatIf:
    """One performance as written and the same with something changed, under the same luck."""

    written: Run
    changed: Run
    change: str
    """In words: `KYLO.loves.HUX .9, without remembers nights`."""

    @property
    def parting(self) -> Parting:
        """Where they part."""
        from falter.explain.parting import Parting

        return Parting(self.written.trace, self.changed.trace)

    def told(self) -> str:
        """Beside each other, from where they part."""
        from falter.explain.sidebyside import beside

        return beside(self.parting, self.change)

    def record(self) -> dict[str, Any]:
        """As plain values."""
        from falter.explain.sidebyside import record

        return record(self.parting, self.change, self.written.seed)

    def __repr__(self) -> str:
        return f"<WhatIf {self.change}: {self.written.ending} -> {self.changed.ending}>"


def whatif(scene: Scene, seed: int, values: Mapping[str, float], without: Sequence[str] = ()) -> WhatIf:
    """The performance of a seed, and the one with some numbers of the scene set and some of its lines left out.

    Raises VaryError for a name or value that cannot be, WithoutError for a line that is not there, SceneError with the lines that need it.
    """
    change = ", ".join([*(f"with {name} {value:g}" for name, value in values.items()), *(f"without {line}" for line in without)])
    return WhatIf(scene.perform(seed), changed(scene, values, without).perform(seed), change)


def changed(scene: Scene, values: Mapping[str, float], without: Sequence[str] = ()) -> Scene:
    """A scene with some lines left out and some numbers set."""
    from falter.api.scene import Scene
    from falter.explore.varying import given

    shorter = _without(scene, without) if without else scene
    given({name: [value] for name, value in values.items()}, shorter.model)
    return Scene(with_values(shorter.model, dict(values)), shorter.places, written=shorter.written)


def _without(scene: Scene, lines: Sequence[str]) -> Scene:
    from falter.api.scene import parse
    from falter.scene.without import without

    text = scene.text()
    for line in lines:
        text = without(text, line)
    return parse(text, f"{scene.title}, without {' and '.join(lines)}")
