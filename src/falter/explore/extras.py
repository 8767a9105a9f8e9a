"""Packages that only some need: fetched when they are asked for, and named where they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from falter.diagnostics.fault import Faults
from falter.diagnostics.source import Source


class MissingExtraError(ImportError):
    """A package is not installed; `faults` says which, and what to type."""

    def __init__(self, wanted: str, package: str, extra: str) -> None:
        super().__init__(f'{wanted} needs {package}: pip install "falter[{extra}]"', name=package)
        self.faults = Faults(Source("falter", ""))
        self.faults.add("FAL8020", None, wanted=wanted, package=package, extra=extra)


def needed(module: str, wanted: str, extra: str = "science") -> Any:
    """A module of a package that may be missing; `wanted` is what cannot be had without it. Raises MissingExtraError."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        if (error.name or "").partition(".")[0] != package:
            raise
        raise MissingExtraError(wanted, package, extra) from None
