"""Hesitation has a peak: how long a decision takes, and how it falls, as what speaks for it and against it come into balance."""

from __future__ import annotations

import altair
import numpy

from falter.mind.deliberation import conflict, threshold
from falter.model.constants import CONSTANTS

LEAST, MOST = -1.0, 1.0


def chart() -> altair.VConcatChart:
    """Threshold, mean time and share of the act, by the net drift, for an act that can be undone and one that cannot."""
    rows = []
    for lasting, name in ((0.0, "can be undone"), (1.0, "cannot be undone")):
        for net in numpy.linspace(LEAST, MOST, 81):
            pro, con = (1.0 + float(net)) / 2.0, (1.0 - float(net)) / 2.0
            theta = threshold(default("theta0"), 1.0, default("kappa_i"), lasting, default("kappa_c"), conflict(pro, con), 1.0)
            drift = default("gain") * float(net)
            mean = theta * theta if abs(drift) < 1e-9 else theta / drift * numpy.tanh(theta * drift)
            rows.append(
                {"net": float(net), "act": name, "mean": float(mean), "share": float(1.0 / (1.0 + numpy.exp(-2.0 * theta * drift)))}
            )
    data = altair.Data(values=rows)
    net = altair.X("net:Q", title="what speaks for it less what speaks against it (weighted use)")
    colour = altair.Color("act:N", title=None)
    time = altair.Chart(data, width=420, height=150).mark_line().encode(net, altair.Y("mean:Q", title="mean time, s"), colour)
    share = altair.Chart(data, width=420, height=150).mark_line().encode(net, altair.Y("share:Q", title="share of the act"), colour)
    return altair.vconcat(time, share)


def default(name: str) -> float:
    """A constant's default."""
    return CONSTANTS[name].default
