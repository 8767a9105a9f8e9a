"""The two long tidy tables as polars frames, with their codebook and where they are from. Polars is imported when one is asked for."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Final

import numpy

from falter.explore.records import NOTHING, Beats, Integers, Labels, Runs
from falter.explore.varying import Point
from falter.model.scene import Scene
from falter.numeric.arithmetic import arithmetic_fingerprint
from falter.tables.tables import Tables
from falter.version import __version__

if TYPE_CHECKING:
    from polars import DataFrame

RUNS: Final = {
    "run": "number of the performance, from 0; `run(k)` performs it again",
    "ending": "the ending's name; `undecided` where none of the scene's held",
    "seconds": "story time at the close, s",
    "acts": "how many acts were begun",
    "deed": "the first act that took effect and cannot be undone; null where there was none",
    "deed_t": "when it began, s",
    "hesitation": "for how long it had been open, or since the doer's last act if that is later, s",
    "met": "whether all was done that the scene says must be",
}
"""Columns of the table of runs. Before them stands one for each quantity varied, after them one for each thing wondered: 0 where it was
not taken to be so at the end, 1 where it was, 2 where besides each of the two knew that the other knew."""

BEATS: Final = {
    "run": "number of the performance",
    "t": "when the act began, s of story time",
    "act": "who did what to whom, as `KYLO strike HUX`",
    "who": "who did it",
    "wording": "which of the author's wordings, from 0",
    "lands": "when it takes effect, s",
    "waited": "for how long it had been open, or since the doer's last act if that is later, s",
    "cut": "whether it was stopped before it took effect",
}
"""Columns of the table of beats."""


def runs_frame(tables: Tables, names: tuple[str, ...], runs: Runs, point: Point = ()) -> DataFrame:
    """A row a run, in their order."""
    import polars

    labels = Labels(tables)
    columns = {
        "run": runs.run,
        "ending": polars.Series(names, dtype=polars.Categorical).gather(runs.ending),
        "seconds": runs.seconds,
        "acts": runs.acts.astype(numpy.int64),
        "deed": polars.Series([*labels.acts, None], dtype=polars.Categorical).gather(_code(runs.deed, len(labels.acts))),
        "deed_t": polars.Series(runs.deed_t, nan_to_null=True),
        "hesitation": polars.Series(runs.hesitation, nan_to_null=True),
        "met": runs.met == 1,
    }
    knew = {about: runs.knew[:, column].astype(numpy.int64) for column, about in enumerate(labels.wonders)}
    return _at(point, polars.DataFrame({**columns, **knew}))


def beats_frame(tables: Tables, beats: Beats, point: Point = ()) -> DataFrame:
    """A row an act, by run and then by the time it began."""
    import polars

    labels = Labels(tables)
    people = polars.Series([person.id for person in tables.names.people], dtype=polars.Categorical)
    columns = {
        "run": beats.run,
        "t": beats.t,
        "act": polars.Series(labels.acts, dtype=polars.Categorical).gather(beats.act),
        "who": people.gather(labels.doer[beats.act]),
        "wording": beats.wording,
        "lands": beats.lands,
        "waited": beats.waited,
        "cut": beats.cut == 1,
    }
    return _at(point, polars.DataFrame(columns))


def provenance(scene: Scene, seed: int, runs: int, varied: dict[str, tuple[float, ...]], columns: dict[str, str]) -> dict[str, str]:
    """What a table is from, as metadata of its file: enough to make it again, and to tell whether it would come out the same."""
    return {
        "falter": __version__,
        "arithmetic": arithmetic_fingerprint(),
        "scene": scene_digest(scene),
        "title": scene.title,
        "seed": str(seed),
        "runs": str(runs),
        "varied": json.dumps(varied),
        "codebook": json.dumps(columns, ensure_ascii=False),
    }


def scene_digest(scene: Scene) -> str:
    """A name for exactly this scene."""
    return hashlib.blake2b(scene.model_dump_json().encode(), digest_size=8).hexdigest()


def _at(point: Point, frame: DataFrame) -> DataFrame:
    """The values of what was varied in front, in columns of their own."""
    import polars

    return frame.select(*(polars.lit(value).alias(name) for name, value in point), polars.all()) if point else frame


def _code(codes: Integers, none: int) -> Integers:
    """Codes with `NOTHING` as the last row."""
    return numpy.where(codes == NOTHING, none, codes)
