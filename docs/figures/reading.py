"""How often feelings are read right: by what is bare, and by distance, light and who is looking."""

from __future__ import annotations

import altair

from docs.figures.shared.faces import FEELINGS, accuracy, readings

COUNT = 1000
BARE = {
    "breath": ("breath",),
    "hands": ("hands",),
    "body": ("body",),
    "gaze": ("gaze",),
    "voice": ("voice",),
    "face": ("face",),
    "face, voice": ("face", "voice"),
    "all": ("face", "voice", "body", "hands", "breath", "gaze"),
}
DISTANCES = (0.5, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0)
WHO = {
    ("stranger", "light"): (0.0, 0.0),
    ("intimate", "light"): (0.95, 0.0),
    ("stranger", "dark"): (0.0, 1.0),
    ("intimate", "dark"): (0.95, 1.0),
}


def chart() -> altair.HConcatChart:
    """Accuracy over seven feelings."""
    bare = [{"bare": name, "right": accuracy(readings(COUNT, bare=channels))} for name, channels in BARE.items()]
    far = [
        {"distance": distance, "who": who, "light": light, "right": accuracy(readings(COUNT, familiar=known, distance=distance, dark=dark))}
        for (who, light), (known, dark) in WHO.items()
        for distance in DISTANCES
    ]
    share = altair.Scale(domain=[0.0, 0.85])
    guess = altair.Chart(altair.Data(values=[{"right": 1 / FEELINGS}])).mark_rule(strokeWidth=0.7)
    left = (
        altair.Chart(altair.Data(values=bare), width=170, height=220)
        .mark_point(filled=True, size=60)
        .encode(altair.Y("bare:N", sort=list(BARE), title="bare"), altair.X("right:Q", title="read right", scale=share))
    )
    right = (
        altair.Chart(altair.Data(values=far), width=260, height=220)
        .mark_line(point=True)
        .encode(
            altair.X("distance:Q", title="distance, m"),
            altair.Y("right:Q", title="read right", scale=share),
            altair.Color("who:N", title=None),
            altair.StrokeDash("light:N", title=None),
        )
    )
    return altair.hconcat(left + guess.encode(x="right:Q"), right + guess.encode(y="right:Q"))
