"""`falter whatif --runs`: what becomes of many performances."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

from falter.api.whatif import Stopped, whatif_many
from falter.cli.explore import progress
from falter.diagnostics import exits

if TYPE_CHECKING:
    from falter.api.scene import Scene
    from falter.api.whatif import Change
    from falter.explain.changes.many import WhatIfMany


def over_many(scene: Scene, change: Change, runs: int, seed: int, jobs: int | None, on: str | None, form: str) -> int:
    """Perform them as written and with something changed, and print what became of them."""
    try:
        with progress(2 * runs) as told:
            found = whatif_many(scene, runs, seed, change, jobs or os.cpu_count() or 1, told, on)
    except Stopped as stopped:
        if stopped.found is not None and len(stopped.found.runs):
            _print(stopped.found, form)
        compared = len(stopped.found.runs) if stopped.found else 0
        print(f"[interrupted; {compared} of {runs} performances can be compared]", file=sys.stderr)
        if stopped.why is not None:
            raise stopped.why from None
        return exits.INTERRUPTED
    _print(found, form)
    return exits.FINE


def _print(found: WhatIfMany, form: str) -> None:
    print(json.dumps(found.record(), ensure_ascii=False, indent=2) if form == "json" else found.told(), end="\n" if form == "json" else "")
