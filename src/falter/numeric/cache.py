"""Compiled code that is kept: one file for exactly what would be compiled, code and constants, translator, compiler and processor."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
import threading
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from falter.numeric.mode import CASTS, PRIMITIVES, reached, text_of
from falter.numeric.native import Native
from falter.numeric.waiting import COMPILING, tell

TRANSLATOR = ("kinds.py", "page.py", "expressions.py", "translate.py", "native.py")
SEAL = 20
"""Bytes of the digest that opens a file."""

_lock = threading.RLock()
_entries: dict[tuple[Callable[..., Any], str], Native] = {}
_absent: set[tuple[Callable[..., Any], str]] = set()
"""What was looked for and not found: a digest takes some ms."""
_told: set[str] = set()


def digest(entry: Callable[..., Any]) -> str:
    """A name for exactly what would be compiled: all that the entry reaches, constants too, the translator, compiler and processor.

    The code objects are digested and not the files: a file edited since it was imported is not what runs.
    """
    import llvmlite
    from llvmlite import binding

    functions, constants = reached(entry)
    parts = [sys.version, platform.machine(), llvmlite.__version__, binding.get_host_cpu_name()]
    parts += sorted(
        f"{f.__module__}.{f.__qualname__} {text_of(f.__code__)} {f.__annotations__} {PRIMITIVES.get(f)} {CASTS.get(f)}" for f in functions
    )
    parts += [f"{name}={value!r}" for name, value in sorted(constants.items())]
    parts += [Path(__file__).with_name(name).read_text("utf-8") for name in TRANSLATOR]
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=10).hexdigest()


def cache_root() -> Path:
    """Where compiled code is kept: `FALTER_CACHE`, or `falter` in the user's cache folder."""
    if given := os.environ.get("FALTER_CACHE"):
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME") or (os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None)
    return Path(base) / "falter" if base else Path.home() / ".cache" / "falter"


def folder() -> Path | None:
    """Where compiled code is kept; None for a user without a home."""
    try:
        return cache_root()
    except RuntimeError:
        return None


def place_of(entry: Callable[..., Any], signature: str) -> Path | None:
    """The file for this entry's compiled code; None where no place for it can be named."""
    root = folder()
    kinds = hashlib.blake2b(signature.encode(), digest_size=4).hexdigest()
    return root / f"step-{digest(entry)}-{kinds}.o" if root else None


def kept(place: Path | None) -> bytes | None:
    """The machine code in a file; None where there is none, or not all of it."""
    try:
        content = place.read_bytes() if place else b""
    except OSError:
        return None
    code = content[SEAL:]
    return code if content and hashlib.blake2b(code, digest_size=SEAL).digest() == content[:SEAL] else None


def keep(place: Path | None, code: bytes) -> None:
    """Write machine code down, whole or not at all; where that cannot be, say so once."""
    try:
        if place is None:
            raise OSError("no home folder")
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_suffix(f".{os.getpid()}.{threading.get_ident()}")
        beside.write_bytes(hashlib.blake2b(code, digest_size=SEAL).digest() + code)
        beside.replace(place)
    except OSError as error:
        given = os.environ.get("FALTER_CACHE", "")
        if given not in _told:
            _told.add(given)
            warnings.warn(
                f"compiled code cannot be kept ({error}) and will be compiled anew each time; "
                "set FALTER_CACHE to a folder that can be written",
                RuntimeWarning,
                stacklevel=5,
            )


def compiled(entry: Callable[..., Any], signature: str) -> Native:
    """The entry, compiled for one signature (`"void(float64[::1], int64[::1], uint64)"`), from the cache if it is there.

    Raises TypeError when the entry reaches what is not step code, or cannot be translated. What it returns holds no interpreter lock
    while it runs.
    """
    with _lock:
        found = ready(entry, signature)
        if found is None:
            from falter.numeric.translate import Translation

            tell(COMPILING)
            code = Native.compile(Translation(), entry, signature)
            keep(place_of(entry, signature), code)
            found = _entries[entry, signature] = Native(code, signature)
        return found


def ready(entry: Callable[..., Any], signature: str) -> Native | None:
    """The entry's compiled code if it has been made before; never compiles, and imports no compiler where nothing is kept."""
    with _lock:
        found = _entries.get((entry, signature))
        if found is None and (entry, signature) not in _absent:
            root = folder()
            code = kept(place_of(entry, signature)) if root and any(root.glob("step-*.o")) else None
            if code is None:
                _absent.add((entry, signature))
            else:
                found = _entries[entry, signature] = Native(code, signature, found=True)
        return found
