"""Rows for links: between which marks, what each carries, and whether it is open."""

from __future__ import annotations

from falter.model.scene import Scene
from falter.model.words import DISPLAY_CHANNELS
from falter.tables.names import Names
from falter.tables.rows import Row, Rows


def add_links(rows: Rows, names: Names, scene: Scene) -> None:
    """A row for each link, by id."""
    declared = {link.id: (index, link) for index, link in enumerate(scene.links)}
    for id_ in names.links:
        index, link = declared[id_]
        shares = dict(link.carries)
        rows.add(
            "link",
            Row(id_, ("links", index)),
            ONE=names.marks[link.between[0]],
            OTHER=names.marks[link.between[1]],
            CARRIES=[shares.get(channel, 0.0) for channel in DISPLAY_CHANNELS],
            OPEN=int(not link.closed),
        )
