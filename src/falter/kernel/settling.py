"""What goes on in one mind once a refresh without anything being drawn: feelings, effort, mood, body, felt time, cues."""

from __future__ import annotations

from falter.kernel.body import settle_body
from falter.kernel.feelings import fade_cues, settle_feelings
from falter.kernel.freezing import thaw
from falter.kernel.mood import settle_mood
from falter.kernel.prospects import feel_prospects
from falter.kernel.showing import exert
from falter.kernel.speaking import feel_time
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def settle(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> None:
    """One refresh of a mind."""
    feel_prospects(ti, tf, si, sf, person)
    settle_feelings(ti, tf, si, sf, person)
    exert(ti, tf, si, sf, person, tf[ti[TF_RUN] + RUN_SECONDS])
    settle_mood(ti, tf, sf, person)
    settle_body(ti, tf, sf, person)
    feel_time(ti, tf, si, sf, person, tf[ti[TF_RUN] + RUN_SECONDS])
    thaw(ti, tf, si, sf, person)
    fade_cues(ti, tf, sf, person)
