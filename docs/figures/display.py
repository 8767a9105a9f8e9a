"""What shows of a feeling on each channel: let be, hidden with the reserve whole, hidden with the reserve gone, and put on unfelt."""

from __future__ import annotations

import altair

from falter.mind.display import feigned, grip, shown
from falter.model.constants import CONSTANTS
from falter.model.words import DISPLAY_CHANNELS

FELT = 0.7


def chart() -> altair.Chart:
    """Six channels, four ways of showing the same strength."""
    tired = grip(0.0, CONSTANTS["depletion"].default)
    ways = {
        "let be": lambda channel: shown(FELT, channel, 0.0, 0.0),
        "hidden, rested": lambda channel: shown(FELT, channel, 1.0, 0.0),
        "hidden, worn out": lambda channel: shown(FELT, channel, tired, 0.0),
        "put on, unfelt": lambda channel: feigned(FELT, channel),
    }
    rows = [
        {"channel": name, "way": way, "shown": shows(channel)}
        for way, shows in ways.items()
        for channel, name in enumerate(DISPLAY_CHANNELS)
    ]
    return (
        altair.Chart(altair.Data(values=rows), width=420)
        .mark_bar()
        .encode(
            altair.X("channel:N", title=None, sort=list(DISPLAY_CHANNELS)),
            altair.Y("shown:Q", title=f"shown, of {FELT:g} felt"),
            altair.XOffset("way:N", sort=list(ways)),
            altair.Color("way:N", title=None, sort=list(ways)),
        )
    )
