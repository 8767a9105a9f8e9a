"""Reading and writing a user's files, so that no fault of any kind loses one.

A file is replaced whole or not at all: the new text goes to a temporary file beside it, is flushed to the disk, and
takes the old one's name in one step. Nothing here knows what is in the file.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

STANDARD = "-"
"""The name that stands for standard input, and for standard output."""


class WriteError(OSError):
    """A file could not be written; if there was one before, it is as it was. `filename` is the name that was asked for."""


def called(path: str | Path) -> str:
    """What a file is called when something is said of it."""
    return "standard input" if str(path) == STANDARD else str(path)


def read_file(path: str | Path) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises OSError."""
    if str(path) == STANDARD:
        return sys.stdin.buffer.read()
    return Path(path).read_bytes()


def write_file(path: str | Path, content: bytes) -> None:
    """Replace a file, or make it. Whatever goes wrong, the old one is whole. Raises WriteError.

    A link stays a link and the file it leads to is replaced; permissions are kept. What is no regular file (a pipe, a
    device) cannot be replaced and is written to as it stands; so is standard output, for `-`.
    """
    if str(path) == STANDARD:
        sys.stdout.buffer.write(content)
        return
    with _told_as(path):
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                stream.write(content)
            return
        # A rename would get past the write protection of the file itself: only the folder's counts there.
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with _beside(target, content) as finished:
            finished.replace(target)
        _flush_folder(target.parent)


def create_file(path: str | Path, content: bytes) -> None:
    """Make a file that is not there yet. Raises FileExistsError if it is, else WriteError."""
    with _told_as(path):
        target = Path(path)
        with _beside(target, content) as finished:
            try:
                # A link, unlike a rename, fails if the name is taken, also by someone who took it a moment ago.
                os.link(finished, target)
            except FileExistsError:
                raise
            except OSError:  # a file system without links
                _make(target, content)
        _flush_folder(target.parent)


@contextlib.contextmanager
def _told_as(path: str | Path) -> Iterator[None]:
    """Whatever the system says, it says of the name the user gave, not of a temporary file he has never seen."""
    try:
        yield
    except BrokenPipeError:
        raise
    except FileExistsError as error:
        raise FileExistsError(error.errno, error.strerror, str(path)) from None
    except OSError as error:
        raise WriteError(error.errno, error.strerror, str(path)) from error


@contextlib.contextmanager
def _beside(target: Path, content: bytes) -> Iterator[Path]:
    """A finished temporary file in the target's folder, gone again at the end unless it was renamed."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    finished = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        finished.chmod(_mode(target))
        yield finished
    finally:
        with contextlib.suppress(OSError):
            finished.unlink()


def _make(target: Path, content: bytes) -> None:
    """A new file, written where it stands; none at all if that goes wrong."""
    with target.open("xb") as stream:
        try:
            stream.write(content)
        except BaseException:
            target.unlink(missing_ok=True)
            raise


def _mode(target: Path) -> int:
    """The permissions a file has, or a new one gets."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
