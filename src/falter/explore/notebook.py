"""Ensembles and sweeps in a notebook: the counts as a table, and the figure beneath where Altair is there."""

from __future__ import annotations

import csv
import io
from html import escape
from typing import TYPE_CHECKING, Any, Protocol

from falter.explore.report import as_csv, clock, percent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from falter.explore.ensemble import Ensemble
    from falter.explore.sweep import Sweep


class Drawn(Protocol):
    """What has figures of itself."""

    def plot(self, kind: str) -> Any:
        """One of them, as an Altair chart."""


def ensemble_html(one: Ensemble) -> str:
    """An ensemble: its endings with their intervals and how long they lasted, and their bars."""
    lasted = one.seconds()
    rows = [
        (name, percent(share.share), f"{percent(share.low)} – {percent(share.high)}", clock(lasted[name].median))
        for name, share in sorted(one.endings().items(), key=lambda pair: -pair[1].share)
    ]
    about = f"{len(one):,} performances, seed {one.seed}"
    head = ("ending", "share", f"{100.0 * one.level:g} % interval", "lasted")
    return _page(one.tables.scene.title, about, _table(head, rows), one, "endings")


def sweep_html(sweep: Sweep) -> str:
    """A sweep: a line an ending at each point, and the figure of them."""
    head, *lines = csv.reader(io.StringIO(as_csv(sweep)))
    varied = len(sweep.points[0].point)
    rows = [(*line[: varied + 1], *(percent(float(share)) for share in line[varied + 1 : varied + 4])) for line in lines]
    table = f"<details><summary>{len(sweep)} points</summary>{_table(head[: varied + 4], rows)}</details>"
    return _page(
        sweep.scene.title, f"{sum(len(one) for one in sweep.points):,} performances, seed {sweep.points[0].seed}", table, sweep, "endings"
    )


def _page(title: str, about: str, table: str, drawn: Drawn, kind: str) -> str:
    return f"<article><h3>{escape(title)}</h3><p><small>{escape(about)}</small></p>{table}{figure(drawn, kind)}</article>"


def figure(drawn: Drawn, kind: str) -> str:
    """The figure as SVG, which every notebook shows without scripts; nothing where it cannot be drawn."""
    try:
        from falter.figures.pictures import picture

        return picture(drawn.plot(kind).to_dict(), ".svg").decode()
    except (ImportError, ValueError):  # Altair left out on purpose, or more than there is room for in one figure
        return ""


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    def line(cells: Iterable[str], mark: str) -> str:
        return "<tr>" + "".join(f"<{mark}>{escape(cell)}</{mark}>" for cell in cells) + "</tr>"

    return f"<table><thead>{line(head, 'th')}</thead><tbody>{''.join(line(row, 'td') for row in rows)}</tbody></table>"
