"""The kernel beside a loop written by hand in numba for one moment of the general's office. 1 if ours takes more than 2.5 times as long.

Run with `python benchmarks/handwritten.py`; it needs the extra `bench`. The office is performed for twenty seconds; then both go on from
there, with what is open and felt kept as it is, for so many steps, and do the same sums with the same draws at the same cadence:

- every step and person: is attention drawn anew; a normal draw for each open act, centred; what rivals hold down; drift, leak and the
  motive in mind; does the path cross its threshold within the step; a lapse; which act is nearest its threshold;
- every ten steps and person: use of each open act for each motive, relative use, conflict, threshold, rivalry by cosine; what shows of
  each emotion on each channel, by family;
- every ten steps and reading: the chance in each cell of the grid that each supposed act was not done, the moments after it, the posterior.

Left out on both sides: conditions and what opens or closes, acts begun and what they do, looks at faces, memory, mood, body, contagion. At
the end both must have the same preferences and posteriors, or nothing is said of their speed. By hand means: arrays of just this scene's
sizes, no tables, nothing that could be another scene; exponentials and roots are those of the C library. The two take turns. What the whole
step costs, all that is left out here included, is printed beside it. What is kept as it is ties nobody to anybody, so that the hand's loop
takes one person after the other through all steps and unpacks him once.
"""

# ruff: noqa: E501, F405

from __future__ import annotations

import math
import statistics
import sys
import time
from pathlib import Path
from typing import Any

import numba
import numpy

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.kernel import tables as scene_tables
from falter.kernel.infer import weigh_cells
from falter.kernel.race import attend, choose, draw_noise, hinder, look_ahead, note_leading
from falter.kernel.reconsider import time_left, value_acts
from falter.kernel.showing import put_on, show
from falter.kernel.suppose import list_supposed, suppose_uses
from falter.kernel.weighing import hold_all, lay_out, moments_of, score_acts, score_cells, weighing_of, weights_of
from falter.mind.display import CONTROL, EXPRESSION
from falter.numeric.blocks import state, table
from falter.numeric.cache import compiled
from falter.numeric.draws import now_word
from falter.numeric.mode import Floats, Ints, Words, step_code
from falter.performance.batch import perform_batch
from falter.performance.perform import compiled_advance, intervention_rows
from falter.tables import columns as c
from falter.tables.columns import *  # noqa: F403

SECONDS = 20
STEPS = 20_000
ROUNDS = 9
MOST = 2.5
SIGNATURE = "void(int64[::1], float64[::1], uint64[::1], int64[::1], float64[::1], int64[::1], float64[::1], uint64, int64)"


@step_code
def part(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, supposed: Ints, known: Floats, seed: int, steps: int) -> None:
    """Ours: the kernel's own functions. `supposed`: how many acts each reading supposes, `known`: the sum of weights."""
    go_on(table(ti), table(tf), table(tu), state(si), state(sf), table(supposed), table(known), seed, steps)


@step_code
def go_on(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, supposed: Ints, known: Floats, seed: int, steps: int) -> None:
    """So many steps of it."""
    for index in range(steps):
        now = now_word(seed, 0, index, 0)
        if index % 10 == 0:
            for read in range(ti[N_READ]):
                n = supposed[read]
                actor = ti[ti[TI_READ] + read * TI_READ_SIZE + READ_ACTOR]
                lay_out(ti, tf, si, sf, read, known[read])
                score_acts(ti, tf, si, sf, read, actor, n, -1, 1.0)
                score_cells(ti, tf, sf, read, 0.0)
                hold_all(ti, si, sf, read, actor, n)
                weigh_cells(ti, tf, sf, read, CELL_PRIOR, CELL_LOGL, CELL_POST)
        for person in range(1, ti[N_PERSON]):
            if index % 10 == 0:
                value_acts(ti, tf, si, sf, person)
                show(ti, tf, si, sf, person)
            attend(ti, tf, tu, si, sf, person, now)
            si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_CHOSEN] = -1
            ready, mean = draw_noise(ti, tf, tu, si, sf, person, now)
            hinder(ti, si, sf, person)
            look_ahead(ti, tf, si, sf, person, ready, mean)
            choose(ti, tf, tu, si, sf, person, now)
            note_leading(ti, si, sf, person)


njit = numba.njit(cache=False, fastmath=False, boundscheck=False)
U = numpy.uint64
M1, M2 = U(0xBF58476D1CE4E5B9), U(0x94D049BB133111EB)
S30, S27, S31, S12 = U(30), U(27), U(31), U(12)


@njit
def uniform(now, address):  # type: ignore[no-untyped-def]
    """As ours."""
    w = now ^ address
    w = (w ^ (w >> S30)) * M1
    w = (w ^ (w >> S27)) * M2
    return (float((w ^ (w >> S31)) >> S12) + 0.5) * 2.220446049250313e-16


@njit
def horner(x, a):  # type: ignore[no-untyped-def]
    """A polynomial, its highest coefficient first."""
    y = a[0]
    for k in range(1, len(a)):
        y = y * x + a[k]
    return y


A = (2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
     13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608)  # fmt: skip
B = (5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
     5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0)  # fmt: skip
C = (7.7454501427834140764e-4, 2.27238449892691845833e-2, 2.4178072517745061177e-1, 1.27045825245236838258,
     3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734)  # fmt: skip
D = (1.05075007164441684324e-9, 5.475938084995344946e-4, 1.51986665636164571966e-2, 1.4810397642748007459e-1,
     6.8976733498510000455e-1, 1.6763848301838038494, 2.05319162663775882187, 1.0)  # fmt: skip


@njit
def normal(now, address):  # type: ignore[no-untyped-def]
    """AS 241, without its far tail."""
    p = uniform(now, address)
    q = p - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        return q * horner(r, A) / horner(r, B)
    r = math.sqrt(-math.log(p if q < 0.0 else 1.0 - p)) - 1.6
    z = horner(r, C) / horner(r, D)
    return -z if q < 0.0 else z


@njit
def by_hand(nows, people, readings, k):  # type: ignore[no-untyped-def]
    """All steps. `people`: each person's arrays; `readings`: each reading's; `k`: constants."""
    gain, leak, inhibition, psi, dt, hold, lapses, switch, theta0, kappa_i, kappa_c, u_min, tau_u, tau_a, _act_w, delay_w = k
    root = math.sqrt(dt)
    for r in readings:
        m, var, pros, cons, squares, drive, free, shared, lasting, prior, logl, post, temper = r
        scratch = numpy.zeros((5, *m.shape))
        for _ in range(0, len(nows), 10):
            take_stock(m, var, pros, cons, squares, drive, free, shared, lasting, prior, logl, post, temper, scratch,
                       gain, leak, inhibition, psi, tau_a, theta0, kappa_i, kappa_c, delay_w)  # fmt: skip
    for one in people:
        (worth, prospect, share, idle, lasting, blocked, shared, d_noise, d_cross, d_pick, d_motive, d_own, p, theta, mean, use,
         rivalry, noise, held, mind, own, felt, pose, hide, looks, shown) = one  # fmt: skip
        acts, motives = worth.shape
        drive, vigour, temper, left = own[0], own[1], own[2], own[3]
        total, size = numpy.zeros(motives), numpy.zeros(acts)
        for index in range(len(nows)):
            now = nows[index]
            if index % 10 == 0:
                value(worth, prospect, share, idle, lasting, shared, mean, use, rivalry, theta, total, size, drive, temper, left, theta0, kappa_i, kappa_c, u_min, tau_u)  # fmt: skip
                display(felt, pose, hide, looks, shown)
            if mind[0] < 0 or uniform(now, d_own[0]) < switch:
                best, soonest = -1, 0.0
                for m in range(motives):
                    if share[m] > 0.0:
                        wait = -math.log(uniform(now, d_motive[m])) / share[m]
                        if best < 0 or wait < soonest:
                            best, soonest = m, wait
                mind[0] = best
            drawn = 0.0
            for a in range(acts):
                noise[a] = normal(now, d_noise[a])
                drawn += noise[a]
                held[a] = 0.0
            centre = drawn / acts if acts > 1 else 0.0
            scale = math.sqrt(acts / (acts - 1.0)) if acts > 1 else 1.0
            for b in range(acts):
                if p[b] > 0.0:
                    for a in range(acts):
                        if a != b:
                            held[a] += rivalry[b, a] * p[b]
            chosen, at, most = -1, 0.0, 0.0
            for a in range(acts):
                x = mean[a]
                if mind[0] >= 0:
                    x = (1.0 - psi) * x + psi * use[a, mind[0]]
                before = p[a]
                drift = gain * drive * vigour * x
                after = before + (drift - leak * before - inhibition * held[a]) * dt + (noise[a] - centre) * scale * root
                top = hold * theta[a]
                if blocked[a]:
                    p[a] = after if after < top else top
                    continue
                crosses = after >= theta[a] or before >= theta[a]
                if not crosses:
                    room = (theta[a] - before) * (theta[a] - after)
                    crosses = room <= 15.0 * dt and uniform(now, d_cross[a]) < math.exp(-2.0 * room / dt)
                if crosses:
                    ahead = abs(theta[a] - before)
                    behind = abs(after - theta[a])
                    crossing = ahead / (ahead + behind) if before < theta[a] and ahead + behind > 0.0 else 0.0
                    if chosen < 0 or crossing < at:
                        chosen, at = a, crossing
                p[a] = after if after < theta[a] else top
            if chosen < 0 and uniform(now, d_own[1]) < lapses * dt:
                soonest = 0.0
                for a in range(acts):
                    if lasting[a] == 0.0 and not blocked[a]:
                        wait = -math.log(uniform(now, d_pick[a]))
                        if chosen < 0 or wait < soonest:
                            chosen, soonest = a, wait
            for a in range(acts):
                near = p[a] / theta[a] if theta[a] > 0.0 else 0.0
                if a == 0 or near > most:
                    mind[1], most = a, near
            mind[2] = chosen


@njit
def value(worth, prospect, share, idle, lasting, shared, mean, use, rivalry, theta, total, size, drive, temper, left, theta0, kappa_i, kappa_c, u_min, tau_u):  # type: ignore[no-untyped-def]  # fmt: skip
    """Uses, rivalry, relative uses, thresholds."""
    acts, motives = worth.shape
    total[:] = 0.0
    size[:] = 0.0
    for a in range(acts):
        for m in range(motives):
            v = worth[a, m]
            u = v * (1.0 - prospect[m]) if v > 0.0 else v * prospect[m]
            use[a, m] = u
            total[m] += u
            size[a] += share[m] * u * u
        size[a] = math.sqrt(size[a])
    for a in range(acts):
        for b in range(a + 1, acts):
            s = 1.0
            if not shared[a, b]:
                dot = 0.0
                for m in range(motives):
                    dot += share[m] * use[a, m] * use[b, m]
                both = size[a] * size[b]
                s = min(1.0, max(0.0, -(dot / both))) if both > 0.0 else 0.0
            rivalry[a, b] = rivalry[b, a] = s
    urgent = u_min if left <= 0.0 else 1.0 - (1.0 - u_min) * math.exp(-left / tau_u)
    for a in range(acts):
        pro = con = pull = 0.0
        for m in range(motives):
            x = use[a, m] - (idle[m] + total[m] - use[a, m]) / acts
            use[a, m] = x
            w = share[m] * x
            pull += w
            if w > 0.0:
                pro += w
            else:
                con -= w
        mean[a] = pull / drive if drive > 0.0 else 0.0
        conflict = 2.0 * min(pro, con) / (pro + con + 0.5)
        theta[a] = theta0 * temper * (1.0 + kappa_i * lasting[a]) * (1.0 + kappa_c * conflict) * urgent


@njit
def display(felt, pose, hide, looks, shown):  # type: ignore[no-untyped-def]
    """What shows with nothing on."""
    shown[:] = 0.0
    for e in range(len(felt)):
        if felt[e] <= 0.0 and pose[e] <= 0.0:
            continue
        for channel in range(6):
            here = max(felt[e] * EXPRESSION[channel] * (1.0 - CONTROL[channel] * hide[e]), pose[e] * EXPRESSION[channel] * CONTROL[channel])
            here = min(here, 1.0)
            for family in range(6):
                if looks[e, family] > 0.0:
                    shown[channel, family] = 1.0 - (1.0 - shown[channel, family]) * (1.0 - min(1.0, here * looks[e, family]))


ABOVE = (1.0, 21.294651841759816, 224.00296750890777, 1486.6760211166593, 6738.852679864206, 21278.85604540066, 45776.409903927335,
         61834.162741052874, 40952.24245537719)  # fmt: skip
BELOW = (1.0, 21.294651841759816, 225.00296750873434, 1507.9706730430685, 6960.8556356374675, 22722.943504313236, 52077.230220252095,
         80353.21451201357, 75407.53105115303, 32675.16198540109)  # fmt: skip


@njit
def mills(x):  # type: ignore[no-untyped-def]
    """(1 − Φ)/φ, as ours."""
    return horner(x, ABOVE) / horner(x, BELOW) if x <= 1e8 else 1.0 / x


@njit
def take_stock(m, var, pros, cons, squares, drive, free, shared, lasting, prior, logl, post, temper, scratch, gain, leak, inhibition, psi, tau, theta0, kappa_i, kappa_c, delay_w):  # type: ignore[no-untyped-def]  # fmt: skip
    """One reading."""
    acts, cells = m.shape
    time_, spread_time = 1.0, 1.0
    if leak >= 1e-9:
        time_, spread_time = (1.0 - math.exp(-leak)) / leak, (1.0 - math.exp(-2.0 * leak)) / (2.0 * leak)
    push, ahead, spread, shift, cut = scratch[0], scratch[1], scratch[2], scratch[3], scratch[4]
    for a in range(acts):
        for cell in range(cells):
            push[a, cell] = 0.5 * (m[a, cell] + math.sqrt(m[a, cell] * m[a, cell] + 0.6366197723675814 * var[a, cell]))
    above, below = numpy.zeros(cells), numpy.ones(cells)
    shifts, cuts = numpy.zeros(cells), numpy.zeros(cells)
    for a in range(acts):
        if not free[a]:
            continue
        for cell in range(cells):
            held = 0.0
            for b in range(acts):
                if b != a and shared[a, b]:
                    held += push[b, cell]
            pro, con = pros[a, cell], cons[a, cell]
            inverse = 1.0 / drive[cell] if drive[cell] > 0.0 else 0.0
            average = (pro - con) * inverse
            apart = max(0.0, squares[a, cell] * inverse - average * average)
            sigma2 = 1.0 + 2.0 * tau * psi * psi * (gain * drive[cell]) ** 2 * apart
            conflict = 2.0 * min(pro, con) / (pro + con + 0.5)
            theta = theta0 * temper * (1.0 + kappa_i * lasting[a]) * (1.0 + kappa_c * conflict)
            m1 = m[a, cell] + (gain * (pro - con) - inhibition * held - leak * m[a, cell]) * time_
            v1 = var[a, cell] + (sigma2 - 2.0 * leak * var[a, cell]) * spread_time
            z = (theta - 0.5826 * math.sqrt(sigma2) - m1) / math.sqrt(v1) if v1 > 0.0 else 8.0
            density = math.exp(-0.5 * z * z) / 2.5066282746310002
            tail = density * mills(abs(z))
            phi = max(1e-6, tail if z < 0.0 else 1.0 - tail)
            s = density / phi
            cc = 0.7 * (z * s + s * s)
            ahead[a, cell], spread[a, cell], shift[a, cell], cut[a, cell] = m1, v1, s, cc
            below[cell] *= phi
            above[cell] += 1.0 - phi
            shifts[cell] += s
            cuts[cell] += cc
    part_ = 1.0 / (acts - 1) if acts > 1 else 0.0
    top = -1e300
    for cell in range(cells):
        logl[cell] += delay_w * math.log(max(1e-6, max(1.0 - above[cell], below[cell] * below[cell])))
        top = max(top, prior[cell] + logl[cell])
    for a in range(acts):
        if free[a]:
            for cell in range(cells):
                m[a, cell] = ahead[a, cell] - math.sqrt(spread[a, cell]) * (shift[a, cell] - (shifts[cell] - shift[a, cell]) * part_)
                left = 1.0 - cut[a, cell] - (cuts[cell] - cut[a, cell]) * part_ * part_
                var[a, cell] = spread[a, cell] * left if left > 0.0 else 0.0
    total = 0.0
    for cell in range(cells):
        post[cell] = math.exp(prior[cell] + logl[cell] - top)
        total += post[cell]
    for cell in range(cells):
        post[cell] /= total


class Blocks:
    """The office after so many seconds."""

    def __init__(self) -> None:
        made = scene_tables("the-generals-office")
        self.ti, self.tf, self.tu, self.si, self.sf = (numpy.array(block) for block in made.packed[:5])
        compiled_advance()(self.ti, self.tf, self.tu, self.si, self.sf, *intervention_rows(()), 7, 3, 0, 0, SECONDS * 10)
        self.b = (self.ti, self.tf, self.si, self.sf)
        self.supposed = numpy.zeros(int(self.ti[c.N_READ]), numpy.int64)
        self.known = numpy.zeros(len(self.supposed))
        for read in range(len(self.supposed)):
            actor = self.actor(read)
            self.supposed[read] = list_supposed(*self.b, read, actor, -1)
            self.known[read] = suppose_uses(*self.b, read, actor, int(self.supposed[read]))
            lay_out(*self.b, read, float(self.known[read]))

    def actor(self, read: int) -> int:
        """Who is read."""
        return int(self.ti[self.ti[c.TI_READ] + read * c.TI_READ_SIZE + c.READ_ACTOR])

    def row(self, block: str, section: str, row: int) -> Any:
        """A row of a section, to be read and written by column."""
        start, wide = int(self.ti[getattr(c, f"{block}_{section}")]), getattr(c, f"{block}_{section}_SIZE")
        return getattr(self, block.lower())[start + row * wide :]

    def person(self, person: int) -> tuple[Any, ...]:
        """The arrays of a person."""
        ti, tf, si, sf = self.b
        base, mine, floats = self.row("TI", "PERSON", person), self.row("SI", "PERSON", person), self.row("SF", "PERSON", person)
        words = self.row("TU", "PERSON", person)
        first, end = int(base[c.PERSON_ACTS]), int(base[c.PERSON_ACTS_END])
        m0, m1 = int(base[c.PERSON_MOTIVES]), int(base[c.PERSON_MOTIVES_END])
        at = int(ti[c.SI_LIST]) + first
        acts = [int(a) for a in si[at : at + int(mine[c.PERSON_OPEN])]]
        assert all(self.row("SI", "ACT", a)[c.ACT_READY] for a in acts)
        assert mine[c.PERSON_MASKS] == 0 and floats[c.PERSON_FROZEN] == 0.0
        motives = [self.row("SF", "MOTIVE", m) for m in range(m0, m1)]
        worth = numpy.array([[self.row("TF", "WORTH", int(self.row("TI", "WORDING", int(self.row("SI", "ACT", a)[c.ACT_NEXT]))[c.WORDING_WORTH]) + m)[c.WORTH_V] for m in range(m1 - m0)] for a in acts])  # fmt: skip
        square = int(base[c.PERSON_RIVALRY])
        shared = numpy.array([[ti[ti[c.TI_RIVALRY] + square + (a - first) * (end - first) + b - first] == 1 for b in acts] for a in acts])
        blocked = numpy.array([int(self.row("TI", "ACT", a)[c.ACT_CHANNELS]) & int(mine[c.PERSON_TAKEN]) != 0 for a in acts])
        emotions = int(ti[c.N_EMOTION])
        show(*self.b, person)
        grip = floats[c.PERSON_GRIP]
        hides = [0.0 if sf[ti[c.SF_RUN] + c.RUN_T] < self.row("SF", "FEELING", person * emotions + e)[c.FEELING_LOOSE] else min(1.0, floats[c.PERSON_HIDES + e] * tf[c.K_HIDING] * grip) for e in range(emotions)]  # fmt: skip
        n, words_of = len(acts), lambda column: numpy.array([self.row("TU", "ACT", a)[column] for a in acts], numpy.uint64)
        attended = int(mine[c.PERSON_ATTENDED])
        return (
            worth, numpy.array([m[c.MOTIVE_P] for m in motives]), numpy.array([m[c.MOTIVE_SHARE] for m in motives]),
            numpy.array([m[c.MOTIVE_IDLE] for m in motives]),
            numpy.array([float(self.row("TI", "ACT", a)[c.ACT_LASTING]) for a in acts]), blocked, shared,
            words_of(c.ACT_NOISE), words_of(c.ACT_CROSS), words_of(c.ACT_PICK),
            numpy.array([self.row("TU", "MOTIVE", m)[c.MOTIVE_DRAW] for m in range(m0, m1)], numpy.uint64),
            numpy.array([words[c.PERSON_ATTEND], words[c.PERSON_LAPSE]], numpy.uint64),
            numpy.array([self.row("SF", "ACT", a)[c.ACT_P] for a in acts]), numpy.zeros(n), numpy.zeros(n),
            numpy.zeros((n, m1 - m0)), numpy.zeros((n, n)), numpy.zeros(n), numpy.zeros(n),
            numpy.array([attended - m0 if attended >= 0 else -1, 0, 0]),
            numpy.array([floats[c.PERSON_DRIVE], floats[c.PERSON_VIGOUR], self.row("TF", "PERSON", person)[c.PERSON_TEMPER], time_left(*self.b, person)]),
            numpy.array([self.row("SF", "FEELING", person * emotions + e)[c.FEELING_FELT] for e in range(emotions)]),
            numpy.array([put_on(*self.b, person, e) * grip for e in range(emotions)]), numpy.array(hides),
            numpy.array([self.row("TF", "EMOTION", e)[c.EMOTION_LOOKS : c.EMOTION_LOOKS + 6] for e in range(emotions)]), numpy.zeros((6, 6)),
        )  # fmt: skip

    def supposed_acts(self, read: int) -> list[int]:
        """The acts on a reading's list; made anew, since two readings of one actor share the place."""
        actor = self.actor(read)
        first = int(self.row("TI", "PERSON", actor)[c.PERSON_ACTS])
        return [int(self.row("SI", "SUPPOSED", first + k)[c.SUPPOSED_ACT]) for k in range(int(self.supposed[read]))]

    def lanes(self, start: int, wide: int, column: int, cells: int) -> list[float]:
        """A column of rows of cells side by side."""
        return [float(self.sf[start + cell // c.LANES * wide + column + cell % c.LANES]) for cell in range(cells)]

    def reading(self, read: int) -> tuple[Any, ...]:
        """The arrays of a reading."""
        row, actor, acts = self.row("TI", "READ", read), self.actor(read), self.supposed_acts(read)
        grid = range(int(row[c.READ_CELLS]), int(row[c.READ_CELLS_END]))
        cells, base = len(grid), self.row("TI", "PERSON", actor)
        first, end, square = int(base[c.PERSON_ACTS]), int(base[c.PERSON_ACTS_END]), int(base[c.PERSON_RIVALRY])
        starts = [moments_of(self.ti, read, actor, a) for a in acts]
        one = [numpy.array([self.lanes(at, c.SF_MOMENT_SIZE, column, cells) for at in starts]) for column in (c.MOMENT_M, c.MOMENT_VAR)]
        sums = [[numpy.full(cells, self.row("SF", "SUPPOSED", first + k)[column]) for k in range(len(acts))] for column in (c.SUPPOSED_PRO, c.SUPPOSED_CON, c.SUPPOSED_SQUARE)]  # fmt: skip
        for which, number in enumerate(range(int(row[c.READ_WONDERED]), int(row[c.READ_WONDERED_END]))):
            w = numpy.array(self.lanes(weights_of(self.ti, read, which), c.SF_WEIGHT_SIZE, c.WEIGHT_HELD, cells))
            for k, a in enumerate(acts):
                x = self.sf[
                    self.ti[c.SF_GUESS] + self.row("TI", "ACT", a)[c.ACT_USE] + self.row("TI", "WONDERED", number)[c.WONDERED_MOTIVE]
                ]
                sums[2][k] += w * x * x
                sums[0 if x > 0.0 else 1][k] += w * abs(x)
        return (
            *one, *(numpy.array(column) for column in sums),
            numpy.array(self.lanes(weighing_of(self.ti, read), c.SF_WEIGHING_SIZE, c.WEIGHING_DRIVE, cells)),
            numpy.array([self.row("SI", "SUPPOSED", first + k)[c.SUPPOSED_SCORED] == 1 for k in range(len(acts))]),
            numpy.array([[self.ti[self.ti[c.TI_RIVALRY] + square + (a - first) * (end - first) + b - first] == 1 for b in acts] for a in acts]),
            numpy.array([float(self.row("TI", "ACT", a)[c.ACT_LASTING]) for a in acts]),
            numpy.array([self.row("TF", "CELL", cell)[c.CELL_PRIOR] for cell in grid]),
            numpy.array([self.row("SF", "CELL", cell)[c.CELL_LOGL] for cell in grid]), numpy.zeros(cells),
            float(self.row("TF", "PERSON", actor)[c.PERSON_TEMPER]),
        )  # fmt: skip

    def constants(self) -> tuple[float, ...]:
        """Those of the mind that the hand's loop takes."""
        names = ["GAIN", "LEAK", "INHIBITION", "PSI", "DT", "HOLD", "LAPSE"]
        more = ["THETA0", "KAPPA_I", "KAPPA_C", "U_MIN", "TAU_U", "TAU_ATTENTION", "ACT_WEIGHT", "DELAY_WEIGHT"]
        switch = float(self.sf[self.ti[c.SF_RUN] + c.RUN_SWITCH])
        found = [float(self.tf[getattr(c, f"K_{name}")]) for name in (*names, *more)]
        return (*found[: len(names)], switch, *found[len(names) :])


def main() -> int:
    """Print both; 1 if ours takes too long, or the two do not agree."""
    office = Blocks()
    nows = numpy.array([now_word(7, 0, index, 0) for index in range(STEPS)], numpy.uint64)
    ours = compiled(part, SIGNATURE)
    people, readings = range(1, int(office.ti[c.N_PERSON])), range(len(office.supposed))
    given = [office.person(one) for one in people], [office.reading(read) for read in readings], office.constants()

    def fresh() -> tuple[Any, ...]:
        return tuple(tuple(part.copy() if isinstance(part, numpy.ndarray) else part for part in one) for one in given[0]), tuple(
            tuple(part.copy() if isinstance(part, numpy.ndarray) else part for part in one) for one in given[1]
        )

    rounds = []
    for at in range(ROUNDS + 1):
        si, sf = office.si.copy(), office.sf.copy()
        began = time.process_time()
        ours(office.ti, office.tf, office.tu, si, sf, office.supposed, office.known, 7, STEPS)
        mine = time.process_time() - began
        hands = fresh()
        began = time.process_time()
        by_hand(nows, *hands, given[2])
        if at:  # the first compiles
            rounds.append((mine / STEPS / len(people) * 1e9, (time.process_time() - began) / STEPS / len(people) * 1e9))
    apart = difference(office, sf, hands, people)
    made, spent = scene_tables("the-generals-office"), []
    for _ in range(ROUNDS):
        began = time.process_time()
        whole = perform_batch(made, 7, 0, 20)
        spent.append((time.process_time() - began) / int(whole.steps.sum()) / len(people) * 1e9)
    step = statistics.median(spent)
    ratios = [one / other for one, other in rounds]
    one, other = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(
        f"{len(people)} people, {[len(person[0]) for person in given[0]]} open acts, {[reading[0].shape for reading in given[1]]} supposed acts and cells"
    )
    print(f"preferences and posteriors after {STEPS} steps differ by at most {apart:.1e}")
    print(
        f"ours {one:.0f} ns a person-step, by hand {other:.0f} ns: {statistics.median(ratios):.2f} times ({min(ratios):.2f} to {max(ratios):.2f})"
    )
    print(f"the whole step takes {step:.0f} ns a person-step, {step / other:.2f} times what is done by hand of it")
    return 0 if statistics.median(ratios) <= MOST and apart < 1e-6 else 1


def difference(office: Blocks, sf: Any, hands: tuple[Any, ...], people: range) -> float:
    """The greatest difference between what the two came to."""
    office.sf = sf
    office.b = (office.ti, office.tf, office.si, sf)
    far = 0.0
    for one, arrays in zip(people, hands[0], strict=True):
        far = max(far, float(abs(office.person(one)[12] - arrays[12]).max()))
    for read, arrays in enumerate(hands[1]):
        row = office.row("TI", "READ", read)
        found = [office.row("SF", "CELL", cell)[c.CELL_POST] for cell in range(int(row[c.READ_CELLS]), int(row[c.READ_CELLS_END]))]
        far = max(far, float(abs(numpy.array(found) - arrays[11]).max()))
    return far


if __name__ == "__main__":
    sys.exit(main())
