"""The move behind an act. Several people may each have a move of one id, so that it takes the doer and the id to find it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from falter.model.coping import built_in
from falter.model.moves import Move
from falter.model.scene import Scene

if TYPE_CHECKING:
    from falter.performance.event import Event


def move_of(scene: Scene, who: str, move: str) -> Move:
    """The move of this id that the person may do: their own, or anyone's. Raises ValueError if they have none.

    Of two, the one that is not done to the person: nobody does such a move to themselves.
    """
    theirs = [each for each in scene.all_moves() if each.id == move and (not each.who or who in each.who)]
    if not theirs and (own := built_in(scene, who, move)) is not None:
        return own
    if not theirs:
        raise ValueError(f"move must be one that {who} may do; got {move!r}")
    return min(theirs, key=lambda each: each.target == who)


def is_spoken(scene: Scene, event: Event) -> bool:
    """Is the act speech, in the wording it was done in?"""
    wordings = move_of(scene, event.who, event.move).wordings
    return not event.inner and bool(wordings) and wordings[event.wording].kind == "says"


def is_averted(scene: Scene, who: str, move: str) -> bool:
    """Is it the looking away that anybody may do, and no move of the scene's?"""
    own = built_in(scene, who, move)
    return own is not None and own.means[0].word == "looks away" and all(each.id != move for each in scene.all_moves())
