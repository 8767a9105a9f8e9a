"""Coverage: of every line that can be performed or told, in what share of performances it was; of those that never were, why.

A line of a move, of a wording, of what comes about of itself, of a memory, of an ending, and of the narrator's words. Shares of acts and
endings are of all performances; what was open, what held and what came of itself is known of those looked into, and what was told of those
told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy

from falter.diagnostics.source import Path
from falter.explore.blocking import Why
from falter.explore.ensemble import Ensemble
from falter.explore.intervals import Share, never_more_than, wilson
from falter.explore.lines import at_path
from falter.explore.looking import Looked, MoveLines, looked_into
from falter.explore.records import Beats, Integers
from falter.explore.tasks import Told as Progress
from falter.explore.telling import Told, told
from falter.model.scene import Scene
from falter.narrate.lines import detail_id, line_id

Kind = Literal["move", "wording", "words", "detail", "memory", "turn", "ending"]
RARE = 0.01
"""Performed in a smaller share than this, a line is rare."""
OUTRUN = "something else was always sooner"
HIDDEN = "an earlier wording was taken each time"
NO_ROOM = "there was never room for it"


@dataclass(frozen=True)
class Line:
    """One line of the scene."""

    path: Path
    kind: Kind
    share: Share
    """Of performances that have it: all of them for acts and endings, else those looked into or told."""
    open: Share | None
    """Of performances looked into in which it was open, or could have been told, at some time; None where that is not asked."""
    why: str
    """Of what was never performed: what stood in the way."""
    instead: Path | None = None
    """Of a wording that was never taken though it fitted: the one before it that was."""

    @property
    def never(self) -> bool:
        """Has no performance it?"""
        return self.share.share == 0.0

    @property
    def rare(self) -> bool:
        """Has hardly one?"""
        return 0.0 < self.share.share < RARE


@dataclass(frozen=True)
class Coverage:
    """What an ensemble's performances have of the scene's lines."""

    ensemble: Ensemble
    looked: Looked
    told: Told

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line, moves first."""
        return (*self._moves(), *self._wordings(), *self._turns(), *self._memories(), *self._words(), *self._details(), *self._endings())

    def never(self, *kinds: Kind) -> list[Line]:
        """Lines of these kinds that no performance has."""
        return [line for line in self.lines if line.kind in kinds and line.never]

    def bound(self, kind: Kind) -> float:
        """The share that something of this kind which was not seen is under."""
        of = {"move": len(self.ensemble), "wording": len(self.ensemble), "ending": len(self.ensemble)}
        of |= {"words": self.told.runs, "detail": self.told.runs, "memory": self.looked.runs, "turn": self.looked.runs}
        return never_more_than(of[kind], self.ensemble.level)

    def counted(self, kind: Kind) -> tuple[int, int]:
        """How many lines of a kind were performed or told, and how many there are."""
        found = [line for line in self.lines if line.kind == kind]
        return sum(not line.never for line in found), len(found)

    @cached_property
    def _of(self) -> MoveLines:
        return MoveLines.of(self.ensemble.tables)

    @cached_property
    def _why(self) -> Why:
        return Why(self.ensemble.tables, self._of, self.looked)

    @property
    def _scene(self) -> Scene:
        return self.ensemble.tables.scene

    def _share(self, count: int, of: int) -> Share:
        return wilson(count, of, self.ensemble.level)

    def _moves(self) -> Iterator[Line]:
        done = self._runs_with(len(self._of.moves), self._of.of_act[self._beats.act])
        for k, path in enumerate(self._of.moves):
            opened = self._share(int(self.looked.ever_open[k]), self.looked.runs)
            why = "" if done[k] else self._why.shut(path) if opened.share == 0.0 else OUTRUN
            yield Line(path, "move", self._share(int(done[k]), len(self.ensemble)), opened, why)

    def _wordings(self) -> Iterator[Line]:
        rows = self.ensemble.labels.wordings[self._beats.act] + self._beats.wording
        done = self._runs_with(len(self._of.wordings), self._of.of_wording[rows])
        for k, path in enumerate(self._of.wordings):
            if len(at_path(self._scene, path[:-2]).wordings) == 1:
                continue  # it is its move
            fits = self._share(int(self.looked.ever_next[k]), self.looked.runs)
            why = "" if done[k] else OUTRUN if fits.share > 0.0 else self._why.unfit(path)
            instead = self._earlier(k) if why is None else None
            why = why if why is not None else HIDDEN if instead else OUTRUN
            yield Line(path, "wording", self._share(int(done[k]), len(self.ensemble)), fits, why, instead)

    def _earlier(self, wording: int) -> Path | None:
        """The wording of the same move, of those before one, that was taken in the most performances; None of the first, whose condition
        held for less than the time between two looks."""
        path = self._of.wordings[wording]
        before = [k for k, other in enumerate(self._of.wordings[:wording]) if other[:-2] == path[:-2]]
        most = max(before, key=lambda k: int(self.looked.ever_next[k]), default=None)
        return None if most is None else self._of.wordings[most]

    def _turns(self) -> Iterator[Line]:
        labels = [row.label for row in self.ensemble.tables.labels.get("turn", ())]
        for kind, field in (("happens", "happenings"), ("later", "laters")):
            for k, one in enumerate(getattr(self._scene, field)):
                count = self.looked.befell[kind, labels.index(one.id)] if one.id in labels else 0
                yield Line((field, k), "turn", self._share(count, self.looked.runs), None, "")
        for p, person in enumerate(self._scene.people):
            if person.arrives is not None:
                count = self.looked.befell["arrives", self.ensemble.tables.names.person[person.id]]
                yield Line(("people", p), "turn", self._share(count, self.looked.runs), None, "")

    def _memories(self) -> Iterator[Line]:
        for row, label in enumerate(self.ensemble.tables.labels.get("memory", ())):
            if label.path[2:3] == ("memories",):
                yield Line(label.path, "memory", self._share(self.looked.befell["recalls", row], self.looked.runs), None, "")

    def _words(self) -> Iterator[Line]:
        for p, person in enumerate(self._scene.people):
            for k in range(len(person.words)):
                yield self._narrated(("people", p, "words", k), "words", (person.id, k), line_id(person, k))

    def _details(self) -> Iterator[Line]:
        for k, detail in enumerate(self._scene.details):
            yield self._narrated(("details", k), "detail", ("", k), detail_id(detail))

    def _narrated(self, path: Path, kind: Kind, key: tuple[str, int], origin: str) -> Line:
        row = list(self.ensemble.tables.narrated).index(key)
        held = int(self.looked.ever_held[row])
        count = self.told.having[origin]
        mind = key[0] in self.told.minds or not key[0]
        why = "" if count else self._why.untrue(path, key) if not held else NO_ROOM if mind else f"the telling is never close to {key[0]}"
        return Line(path, kind, self._share(count, self.told.runs), self._share(held, self.looked.runs), why)

    def _endings(self) -> Iterator[Line]:
        shares = self.ensemble.endings()
        for k, ending in enumerate(self._scene.endings):
            yield Line(("endings", k), "ending", shares[ending.name], None, "")

    @property
    def _beats(self) -> Beats:
        if self.ensemble.acted is None:
            raise ValueError("coverage() needs the beats of the ensemble in hand; explore without a file to keep them in")
        return self.ensemble.acted

    def _runs_with(self, count: int, lines: Integers) -> Integers:
        """In how many runs that count each line occurs; `lines` is the line of each beat, −1 none."""
        met = self.ensemble.counted[self._beats.run - self.ensemble.runs.run[0]] & (lines >= 0)
        once = numpy.unique(self._beats.run[met] * max(count, 1) + lines[met]) % max(count, 1)
        return numpy.bincount(once, minlength=count)


def coverage(ensemble: Ensemble, looks: int, tellings: int, jobs: int, progress: Progress) -> Coverage:
    """An ensemble's coverage, from so many of its performances looked into, and so many told: the first of those that count."""
    tables, seed, runs = ensemble.tables, ensemble.seed, ensemble.runs.run[ensemble.counted].tolist()
    looked = looked_into(tables, seed, runs[:looks], jobs, progress)
    return Coverage(ensemble, looked, told(tables, seed, runs[:tellings], progress))
