"""The smallest change to the people that makes something likely: the facade over `explain.nearest`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from falter.api.asked import texts
from falter.api.explore import nobody
from falter.api.tune import own_text
from falter.diagnostics.unfit import UnfitError, whole
from falter.explain.nearest.facts import facts_of
from falter.explain.nearest.ground import Bounds, of_the_people
from falter.explain.nearest.searching import LEAST_BUDGET, Asked
from falter.explain.nearest.searching import smallest as searched
from falter.explore.varying import VaryError
from falter.scene.renumber import in_words

if TYPE_CHECKING:
    from falter.api.scene import Scene
    from falter.explain.nearest.found import Smallest
    from falter.explore.tasks import Told


def smallest(scene: Scene, asked: Asked, vary: str | Sequence[str] = (), keep: str | Sequence[str] = (), told: Told = nobody) -> Smallest:
    """The smallest changes that make it likely.

    Raises ValueError for numbers out of range, VaryError for what cannot be varied, WantedError for what cannot be looked for.
    """
    if isinstance(asked.share, bool) or not isinstance(asked.share, int | float) or not 0.0 < asked.share < 1.0:
        raise UnfitError(f"must lie between 0 and 1; got {asked.share!r}", "write it as in `share=.9`", "share")
    least_of = (("budget", asked.budget, LEAST_BUDGET), ("runs", asked.runs, 1), ("seed", asked.seed, 0), ("jobs", asked.jobs, 1))
    for name, value, least in least_of:
        whole(value, name, least)
    bounds = Bounds(texts(vary, VaryError), texts(keep, VaryError, "keep"))
    text, facts = own_text(scene), facts_of(scene.model)
    free = bounds.free(scene.model, of_the_people(scene.model, lambda name: in_words(text, name)), facts)
    return searched(scene.model, scene.places, free, bounds.facts(facts), asked, told)
