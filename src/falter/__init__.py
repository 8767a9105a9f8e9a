"""Falter, a drama engine: people, what binds them, what they may do; performed, read and questioned.

The public names, fetched when first asked for, so that `import falter` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from falter.version import __version__

if TYPE_CHECKING:
    from falter.api.believed import NoSuchBeliefError
    from falter.api.builder import SceneBuilder
    from falter.api.felt import NoSuchFeelingError
    from falter.api.lull import NoSuchLullError
    from falter.api.run import Run
    from falter.api.scene import Scene, load, load_run, parse
    from falter.explain.again import NotTheSameError
    from falter.explain.changes.otherwise import OtherwiseError
    from falter.explore.ensemble import Ensemble
    from falter.explore.sweep import Sweep
    from falter.explore.varying import VaryError
    from falter.explore.wanted import WantedError
    from falter.performance.event import Event
    from falter.performance.trace import Trace
    from falter.pipeline import SceneError
    from falter.scene.without import WithoutError
    from falter.tables.act_names import NoSuchActError

__all__ = [
    "Ensemble",
    "Event",
    "NoSuchActError",
    "NoSuchBeliefError",
    "NoSuchFeelingError",
    "NoSuchLullError",
    "NotTheSameError",
    "OtherwiseError",
    "Run",
    "Scene",
    "SceneBuilder",
    "SceneError",
    "Sweep",
    "Trace",
    "VaryError",
    "WantedError",
    "WithoutError",
    "__version__",
    "load",
    "load_run",
    "parse",
]

_HOMES = {
    "Ensemble": "falter.explore.ensemble",
    "Event": "falter.performance.event",
    "NoSuchActError": "falter.tables.act_names",
    "NoSuchBeliefError": "falter.api.believed",
    "NoSuchFeelingError": "falter.api.felt",
    "NoSuchLullError": "falter.api.lull",
    "NotTheSameError": "falter.explain.again",
    "OtherwiseError": "falter.explain.changes.otherwise",
    "Run": "falter.api.run",
    "Scene": "falter.api.scene",
    "SceneBuilder": "falter.api.builder",
    "SceneError": "falter.pipeline",
    "Sweep": "falter.explore.sweep",
    "Trace": "falter.performance.trace",
    "VaryError": "falter.explore.varying",
    "WantedError": "falter.explore.wanted",
    "WithoutError": "falter.scene.without",
    "load": "falter.api.scene",
    "load_run": "falter.api.scene",
    "parse": "falter.api.scene",
}


def __getattr__(name: str) -> Any:
    """The public name, from the module it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module 'falter' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
