"""What a search came to, as a few lines to read."""

from __future__ import annotations

from falter.explore.finding import Found
from falter.explore.intervals import Share
from falter.explore.rarity import ENOUGH
from falter.explore.report import percent
from falter.explore.tilting import called, written


def replay_words(found: Found, file: str) -> list[str]:
    """The words of the command that performs what was found."""
    words = ["run", file, "--seed", str(found.seed), "--run", str(found.run)]
    for name, tilt in called(found.tilts, found.tables).items():
        words += ["--tilt", written(name, tilt, found.wanted.settled)]
    return words


def found_table(found: Found, replay: str | None) -> str:
    """How rare what was looked for is, and one such performance; `replay` is the command that performs it."""
    if found.hits:
        told = f"{found.hits} of {found.runs} performances, {_chance(found)}\n"
    else:
        told = f"none of {found.runs} performances\n{_beyond(found)}"
    return f"{found.wanted.text}: {told}" + (f"\n{replay}\n" if replay else "")


def _beyond(found: Found) -> str:
    """What is known of what no plain run has."""
    bound, one = f"it is rarer than {percent(found.share.high)}", found.estimate
    if one is None:
        return f"{bound}\n" if not found.pushed else f"{bound}, and nothing that people might be pushed to do brings it about\n"
    helped = f"with luck tilted towards it, {one.hits} of {one.runs} performances have it"
    if one.share is None:
        more = -(-found.runs * ENOUGH // max(one.effective, 1.0) // 1000) * 1000
        return f"{helped}, which amount to {one.effective:.0f}: too few to say more than that {bound}; `-n {more:.0f}` may do\n"
    last = "" if found.tilts else "; this one has it with no help\n"
    return f"{helped}; without, {_chance(found)}{last or chr(10)}"


def _chance(found: Found) -> str:
    share = found.share
    return f"{tiny(share.share)} ({100.0 * found.level:g} % interval {_span(share)})"


def _span(share: Share) -> str:
    low = f"{100.0 * share.low:.1f}" if share.high >= 0.001 else tiny(share.low).removesuffix(" %")
    return f"{low}–{tiny(share.high)}"


def tiny(share: float) -> str:
    """A share that may be very small.

    >>> tiny(0.2834), tiny(0.00061), tiny(1.016e-6)
    ('28.3 %', '0.061 %', '0.00010 %')
    """
    if share >= 0.001 or share == 0.0:
        return percent(share)
    return f"{float(f'{100.0 * share:.2g}'):.{max(1, 1 - _exponent(100.0 * share))}f} %"


def _exponent(value: float) -> int:
    return int(f"{value:e}".partition("e")[2])
