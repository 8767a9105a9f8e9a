"""Luck that is tilted: nothing where nobody asks for it, the same in both modes, and weights that bring the plain law back."""

from __future__ import annotations

import numpy
import pytest

from falter.explore.tilting import QUARTERS, Tilts, log_ratio, parts, rows_of
from falter.performance.batch import perform_batch
from falter.performance.perform import perform
from falter.tables import columns as at
from falter.tables.tables import Tables
from tests.performing import row_of, whole_scene

SEED = 8
BRIDGE = "ladder/03-the-bridge"


def tilts(tables: Tables) -> Tilts:
    return {
        row_of(tables, "act", "SENTRY let-over SISTER"): (0.35, 0.3, 0.25, 0.4),
        row_of(tables, "act", "SISTER ask-over SENTRY"): (0.1,) * 4,
    }


def test_summing_up_changes_nothing_but_the_sums() -> None:
    tables = whole_scene(BRIDGE)
    plain, summed = perform(tables, SEED, 2), perform(tables, SEED, 2, interventions=rows_of({}))
    flag = tables.packed.ti[at.SI_RUN] + at.RUN_TILTED
    assert plain.floats.tobytes() == summed.floats.tobytes()
    ints, others = (numpy.array(trace.ints).reshape(trace.steps, -1) for trace in (plain, summed))
    assert (ints[:, flag] == 0).all() and (others[:, flag] == 1).all()
    assert (numpy.delete(ints, flag, 1) == numpy.delete(others, flag, 1)).all()
    one, other = perform_batch(tables, SEED, 0, 20), perform_batch(tables, SEED, 0, 20, interventions=rows_of({}))
    assert one.acts.tobytes() == other.acts.tobytes() and one.moments.tobytes() == other.moments.tobytes()
    assert len(one.tilting) == 0
    assert parts(other.tilting)[0].sum() > 0.0


def test_a_tilt_is_the_same_in_both_modes_alone_and_in_a_batch() -> None:
    tables = whole_scene(BRIDGE)
    rows = rows_of(tilts(tables), 90)
    plain, compiled = perform(tables, SEED, 3, interventions=rows, plain=True), perform(tables, SEED, 3, interventions=rows)
    assert plain.floats.tobytes() == compiled.floats.tobytes() and plain.ints.tobytes() == compiled.ints.tobytes()
    assert plain.last_floats.tobytes() == compiled.last_floats.tobytes()
    batch = perform_batch(tables, SEED, 3, 1, interventions=rows)
    assert batch.events(0) == plain.events
    assert batch.trace(0).floats.tobytes() == plain.floats.tobytes()
    assert perform(tables, SEED, 3).floats.tobytes() != plain.floats.tobytes()


def test_weights_bring_the_plain_law_back() -> None:
    """1 and the share of each ending, from 4,000 tilted runs: within 4 standard errors of the weighted mean, and of 4,000 plain runs
    together (false alarm 6e-5 each; seed 8)."""
    tables, count = whole_scene(BRIDGE), 4000
    pushed = tilts(tables)
    tilted, plain = perform_batch(tables, SEED, 0, count, interventions=rows_of(pushed)), perform_batch(tables, SEED, count, count)
    weights = numpy.exp(-log_ratio(tilted.tilting, pushed, tables.packed.tf[at.K_DT]))
    assert weights.std() > 0.3, "the tilt does nothing to speak of"
    assert abs(weights.mean() - 1.0) < 4.0 * weights.std() / count**0.5
    for ending in range(len(tilted.names)):
        found, wanted = weights * (tilted.endings == ending), (plain.endings == ending) * 1.0
        error = ((found.var() + wanted.var()) / count) ** 0.5
        assert abs(found.mean() - wanted.mean()) <= 4.0 * error
    assert abs((tilted.endings == 0).mean() - (plain.endings == 0).mean()) > 0.05, "the tilt moves no ending"


def test_a_tilt_is_over_once_the_act_was_done_or_its_time_is_up() -> None:
    tables = whole_scene(BRIDGE)
    ask = row_of(tables, "act", "SISTER ask-over SENTRY")
    whole = perform_batch(tables, SEED, 0, 60, interventions=rows_of({}))
    steps = parts(whole.tilting)[0].sum(axis=2)[:, ask]
    first = [next(event.t for event in whole.events(run) if event.move == "ask-over") for run in range(60)]
    dt = tables.packed.tf[at.K_DT]
    assert all(count * dt <= t + dt for count, t in zip(steps, first, strict=True))
    assert any(sum(event.move == "ask-over" for event in whole.events(run)) > 1 for run in range(60))
    cut = perform_batch(tables, SEED, 0, 60, interventions=rows_of({}, 12))
    counts = parts(cut.tilting)[0].sum(axis=2)
    assert counts.max() <= 12 < parts(whole.tilting)[0].sum(axis=2).max()


@pytest.mark.parametrize("share", [-0.5, 0.0, 0.2, 0.3, 0.6, 0.75, 1.0, 2.0])
def test_quarters_of_a_threshold(share: float) -> None:
    from falter.kernel.tilting import quarter_of

    assert quarter_of(share * 3.0, 3.0) == max(0, min(QUARTERS - 1, int(share * QUARTERS)))
