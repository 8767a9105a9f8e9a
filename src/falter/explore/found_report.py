"""What a search came to, as a few lines to read."""

from __future__ import annotations

from falter.explore.finding import Found
from falter.explore.intervals import Share
from falter.explore.report import percent


def found_table(found: Found, replay: str | None) -> str:
    """How rare what was looked for is, and the first such performance; `replay` is the command that performs it."""
    if replay is None:
        return f"{found.wanted.text}: none of {found.runs} performances; it is rarer than {percent(found.never_bound)}\n"
    share = f"{percent(found.share.share)} ({100.0 * found.level:g} % interval {_span(found.share)})"
    return f"{found.wanted.text}: {found.hits} of {found.runs} performances, {share}\n\n{replay}\n"


def _span(share: Share) -> str:
    low = f"{100.0 * share.low:.1f}" if share.high >= 0.001 else f"{100.0 * share.low:.1g}"
    return f"{low}–{percent(share.high)}"
