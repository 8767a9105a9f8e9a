"""How often something that is held down gets away: slips a minute by what is felt, with the reserve whole, half gone and gone."""

from __future__ import annotations

import altair

from falter.mind.display import grip
from falter.mind.leak import slip_hazard
from falter.model.constants import CONSTANTS


def chart() -> altair.Chart:
    """The hazard of one hidden feeling."""
    rate, depletion = CONSTANTS["slip"].default, CONSTANTS["depletion"].default
    rows = [
        {"felt": felt / 50, "reserve": name, "slips": 60.0 * slip_hazard(felt / 50, 1.0, grip(reserve, depletion), rate)}
        for reserve, name in ((1.0, "whole"), (0.5, "half gone"), (0.0, "gone"))
        for felt in range(51)
    ]
    return (
        altair.Chart(altair.Data(values=rows))
        .mark_line()
        .encode(
            altair.X("felt:Q", title="what is felt"),
            altair.Y("slips:Q", title="slips a minute"),
            altair.Color("reserve:N", title="reserve", sort=["whole", "half gone", "gone"]),
        )
    )
