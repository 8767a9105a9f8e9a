"""A scene in hand, to perform: the facade over the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from falter.api.forms import FEW
from falter.diagnostics.fault import Fault, Faults
from falter.diagnostics.page import has_errors
from falter.diagnostics.source import Places, Source
from falter.diagnostics.unfit import whole
from falter.files import called, read_file, write_file
from falter.model import scene as model
from falter.pipeline import DEFAULT_SEED, SceneError, check_scene, compile_scene, join_scene, override, read_scene
from falter.version import __version__

if TYPE_CHECKING:
    from falter.api.asked import Time
    from falter.api.run import Run
    from falter.api.whatif import WhatIf
    from falter.explain.changes.many import WhatIfMany
    from falter.explain.nearest.found import Smallest
    from falter.explore.deciding import Deciding
    from falter.explore.ensemble import Ensemble
    from falter.explore.expecting import Held
    from falter.explore.finding import Found
    from falter.explore.simulating import Simulator
    from falter.explore.sweep import Sweep
    from falter.explore.tilting import Tilted
    from falter.explore.tuning import Tuned
    from falter.tables import Tables

SEEDS = 2**64 - 1
"""The greatest seed, and the greatest number that a run of one can have."""


class Scene:
    """A scene that can be performed. Make one with `load`, `parse` or `SceneBuilder`.

    `model` is the record behind it, `warnings` what `falter check` would say of it.
    """

    def __init__(
        self,
        scene: model.Scene,
        places: Places | None = None,
        warnings: tuple[Fault, ...] = (),
        written: model.Scene | None = None,
        source: Source | None = None,
    ) -> None:
        self.model = scene
        self.written = written or scene
        """The scene as it was written: the files it uses named, and not taken in."""
        self.places: Places = places or {}
        self.warnings = warnings
        self.source = source or Source(scene.title, "")
        """The text that `places` are in, with its file's name; empty for a scene that was not read from text."""

    @property
    def title(self) -> str:
        """The scene's title."""
        return self.model.title

    @property
    def people(self) -> tuple[str, ...]:
        """The ids of its people."""
        return tuple(person.id for person in self.model.people)

    @property
    def moves(self) -> tuple[str, ...]:
        """The ids of what they may do."""
        return tuple(move.id for move in self.model.all_moves())

    def perform(
        self,
        seed: int = DEFAULT_SEED,
        constants: Mapping[str, float] | None = None,
        run: int | None = None,
        tilts: Sequence[Tilted] = (),
    ) -> Run:
        """One performance; the same seed gives the same one.

        `run` is which of the seed's, as an `Ensemble` counts them; if it is not said, run 0, or of a scene that says what must be the first
        that meets it. `tilts` gives the luck of acts a drift, as `find` may do: `("KYLO.strike.HUX", (0, 0, .5, 1), 60)`, in 1/√s by the
        quarter of its threshold that the act stands in, until 60 s. Raises SceneError for constants that are none, or out of range, and
        ValueError for a seed, run, tilts or constants that are none.
        """
        from falter.api.run import Run
        from falter.performance import perform

        for name, value in (("seed", seed), ("run", 0 if run is None else run)):
            whole(value, name, 0, SEEDS)
        scene = self.with_constants(constants).model if constants else self.model
        tables = compile_scene(scene, self.places)
        if tilts:
            from falter.explore.tilting import interventions_of

            return Run(perform(tables, seed, run or 0, interventions=interventions_of(tilts, tables)), source=self.source)
        if run is not None or not scene.musts:
            return Run(perform(tables, seed, run or 0), source=self.source)
        return self._the_first_that_must(tables, seed)

    def _the_first_that_must(self, tables: Tables, seed: int) -> Run:
        """Of a scene that says what must be: the first performance that meets it. Raises SceneError where under 1 % do."""
        from falter.api.run import Run
        from falter.performance import perform
        from falter.performance.musts import chosen

        found = chosen(tables, seed)
        if found.run is None:
            faults = Faults(Source(self.title, ""))
            musts = "; ".join(f"must {must.move}" + (f" before {must.before}" if must.before else "") for must in tables.scene.musts)
            faults.add("FAL3512", None, musts=musts, met=found.met, of=found.of, seed=seed)
            raise SceneError(faults)
        return Run(perform(tables, seed, found.run), met=(found.met, found.of), source=self.source)

    def explore(
        self, runs: int = FEW, vary: Mapping[str, object] | None = None, seed: int = DEFAULT_SEED, jobs: int = 1
    ) -> Ensemble | Sweep:
        """Many performances, compiled: an `Ensemble`; with `vary`, a `Sweep` of them over every combination of values.

        `vary` maps quantities, named as in `KYLO.loves.HUX`, to a pair (a range), a list of values, or a text as on the command line.
        Run k has the same bits for any `runs` and `jobs`. Raises ValueError for numbers out of range and for what cannot be varied.
        """
        from falter.api.explore import explore, varied_by

        _of_many(runs, seed, jobs)
        return explore(self, runs, seed, jobs, varied_by(self, vary or {}))

    def test(self, runs: int = FEW, most: int | None = None, seed: int = DEFAULT_SEED, jobs: int = 1) -> list[Held]:
        """What the scene's `expect` lines say, held against `runs` performances, and against up to `most` (eight times as many) where
        those cannot tell. Raises ValueError for numbers out of range."""
        from falter.api.test import held_to

        return held_to(self, runs, most, seed, jobs)

    def find(self, wanted: str, runs: int = FEW, seed: int = DEFAULT_SEED, jobs: int = 1) -> Found:
        """A performance as wanted (`ending=fled`, `act=KYLO.strike.HUX before 60 and not lasts>90`) among `runs`, and how probable it is.

        Raises ValueError for what cannot be looked for.
        """
        from falter.api.finding import find

        return find(self, wanted, runs, seed, jobs)

    def whatif(
        self,
        seed: int = DEFAULT_SEED,
        values: Mapping[str, float | str] | None = None,
        without: str | Sequence[str] = (),
        without_events: Time | Sequence[Time] = (),
        as_if: str | Sequence[str] = (),
        run: int | None = None,
    ) -> WhatIf:
        """The performance of a seed, or run `run` of it, beside the one, with the same luck, in which something is different.

        `values` maps quantities, named as in `KYLO.loves.HUX`, to numbers; a line of `without` is named by how it begins, and what needs it
        goes with it; `without_events` are the times, in s or as in `0:41`, of acts that are cut short; `as_if` has acts done:
        `KYLO.unmask at 0:50`. Raises ValueError for what is not there, out of range or not open, and where it is not plain what a line
        should be that needs one left out.
        """
        from falter.api.whatif import change_of, whatif

        return whatif(self, seed, change_of(self, {} if values is None else values, without, without_events, as_if), run)

    def whatif_many(
        self,
        runs: int,
        values: Mapping[str, float | str] | None = None,
        without: str | Sequence[str] = (),
        as_if: str | Sequence[str] = (),
        seed: int = DEFAULT_SEED,
        jobs: int = 1,
    ) -> WhatIfMany:
        """`runs` performances as written, and each again with something different, as for `whatif`, under its own luck: the change in the
        share of each ending, and what turned into what. Raises as `whatif` does, and ValueError for numbers out of range."""
        from falter.api.whatif import change_of, whatif_many

        _of_many(runs, seed, jobs)
        return whatif_many(self, runs, seed, change_of(self, {} if values is None else values, without, (), as_if), jobs)

    def tables(self) -> Tables:
        """Its tables: what is performed."""
        return compile_scene(self.model, self.places)

    def smallest(
        self,
        wanted: str,
        share: float = 0.5,
        budget: int | None = None,
        runs: int | None = None,
        seed: int = DEFAULT_SEED,
        jobs: int = 1,
        vary: str | Sequence[str] = (),
        keep: str | Sequence[str] = (),
    ) -> Smallest:
        """The smallest changes to the people that make what is wanted (as for `find`) at least so likely, each held to fresh performances.

        `budget` is how many performances the search may take, `runs` how many fresh ones each change is held to; `vary` and `keep` bound
        what may be changed, by names or patterns of them. Raises ValueError for what cannot be looked for or changed.
        """
        from falter.api.nearest import smallest
        from falter.explain.nearest.searching import BUDGET, RUNS, Asked

        return smallest(
            self, Asked(wanted, share, BUDGET if budget is None else budget, RUNS if runs is None else runs, seed, jobs), vary, keep
        )

    def tune(self, runs: int = 200, vary: Mapping[str, object] | None = None, seed: int = DEFAULT_SEED, jobs: int = 1) -> Tuned:
        """Numbers that bring the scene to its `aim` lines, for the strengths it gives as ranges and what `vary` names; `runs` performances
        of each set that is tried. Raises SceneError where nothing is aimed at or left free, ValueError for what cannot be varied."""
        from falter.api.explore import varied_by
        from falter.api.tune import tune

        return tune(self, runs, seed, jobs, varied_by(self, vary or {}))

    def drivers(
        self, ending: str, vary: Mapping[str, object], runs: int | None = None, seed: int = DEFAULT_SEED, jobs: int = 1
    ) -> Deciding:
        """Which of the quantities varied decide an ending, each drawn evenly over its range (a pair, or a text as `0..1`).

        `runs` is how many performances at most there are in all. Raises ValueError for what cannot be varied and for too few runs, and
        MissingExtraError where SALib is not installed.
        """
        from falter.api.drivers import decided_by
        from falter.api.explore import varied_by

        return decided_by(self, ending, varied_by(self, vary), runs, seed, jobs)

    def simulator(self, vary: Mapping[str, object], outputs: Sequence[str] | None = None) -> Simulator:
        """The scene as a simulator of what is varied, each within its range: `simulator(theta, seed=1)` gives an array for each output.

        Raises ValueError for what cannot be varied, and for an output that is none.
        """
        from falter.api.explore import varied_by
        from falter.explore.design import ranges_of
        from falter.explore.simulating import OUTPUTS, Simulator

        return Simulator(self.model, self.places, ranges_of(varied_by(self, vary)), OUTPUTS if outputs is None else tuple(outputs))

    def with_constants(self, constants: Mapping[str, float]) -> Scene:
        """The scene with these constants of the mind set. Raises SceneError."""
        from falter.scene.checks import check

        for name, value in constants.items():
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise ValueError(f"constants must be numbers; got {name} = {value!r}")
        changed = override(self.model, constants)
        faults = Faults(Source(self.title, ""))
        check(changed, {}, faults)
        if has_errors(faults.found):
            raise SceneError(faults)
        return Scene(changed, self.places, self.warnings, override(self.written, constants), self.source)

    def text(self) -> str:
        """The scene as one writes it."""
        from falter.scene.printer import print_scene

        return print_scene(self.written)

    def save(self, path: str | Path) -> None:
        """Write the scene's text to a file, whole or not at all. Raises WriteError."""
        write_file(path, self.text().encode())

    def __repr__(self) -> str:
        return f"<Scene {self.title!r}: {', '.join(self.people)}; {len(self.moves)} moves>"


def _of_many(runs: object, seed: object, jobs: object) -> None:
    """Raises UnfitError for numbers of many performances that are none, or out of range."""
    for name, value, least, most in (("runs", runs, 1, 2**63 - 1), ("seed", seed, 0, SEEDS), ("jobs", jobs, 1, 1024)):
        whole(value, name, least, most)


def load(path: str | Path) -> Scene:
    """The scene in a file: text, YAML or JSON, as its name ends. Raises OSError, and SceneError with all its faults."""
    return parse(read_file(path), called(path))


def parse(content: bytes | str, name: str = "scene") -> Scene:
    """The scene in a text; `name` is what its faults call it, and the files it uses are looked for beside that. Raises SceneError with
    all its faults."""
    if not isinstance(content, str | bytes):
        raise TypeError(f"content of parse() must be a text or its bytes; got {content!r:.60}")
    written = read_scene(content, name)
    reading = join_scene(written)
    scene = check_scene(reading)
    return Scene(scene, reading.places, tuple(reading.faults.found), written.scene, reading.faults.source)


def load_run(path: str | Path) -> Run:
    """A performance kept with `Run.save`. Raises OSError, and SceneError for a file that is none."""
    from falter.api.run import Run
    from falter.performance.tracefile import TraceFileError, TraceVersionError, from_bytes, source_of

    try:
        data = read_file(path)
        return Run(from_bytes(data), source=source_of(data))
    except TraceVersionError as error:
        raise _no_run(path, "FAL5005", found=error.found) from None
    except TraceFileError as error:
        raise _no_run(path, "FAL5007", reason=error) from None


def _no_run(path: str | Path, code: str, found: str = "", reason: object = "") -> SceneError:
    """What is wrong with the file of a performance."""
    faults = Faults(Source(str(path), ""))
    faults.add(code, None, name=path, found=found, version=__version__, reason=reason)
    return SceneError(faults)


def load_or_perform(
    path: str | Path,
    seed: int | None = None,
    constants: Mapping[str, float] | None = None,
    run: int | None = None,
    tilts: Sequence[Tilted] = (),
) -> Run:
    """The performance in a file, or one of the scene in it. A saved performance has its seed and constants already: ValueError for more."""
    from falter.api.run import is_saved_run

    if is_saved_run(path):
        if seed is not None or run is not None or tilts or constants:
            raise ValueError(f"{path} is a saved performance, which has its seed and constants already")
        return load_run(path)
    return load(path).perform(DEFAULT_SEED if seed is None else seed, constants, run, tilts)
