"""A user's file survives whatever goes wrong while it is written."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from falter.files import WriteError, create_file, read_file, write_file


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    path = tmp_path / "gate.falter"
    path.write_bytes(b"the old scene")
    return path


def alone(path: Path) -> bool:
    """Is the file alone in its folder: has nothing temporary been left?"""
    return [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_file_is_replaced_whole(scene: Path) -> None:
    write_file(scene, b"the new scene")
    assert scene.read_bytes() == b"the new scene"
    assert alone(scene)


def test_a_new_file_is_made_with_the_usual_permissions(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    write_file(tmp_path / "made", b"x")
    assert (tmp_path / "made").stat().st_mode == usual.stat().st_mode


def test_permissions_are_kept(scene: Path) -> None:
    scene.chmod(0o640)
    write_file(scene, b"new")
    assert scene.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(scene: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.falter"
    link.symlink_to(scene)
    write_file(link, b"new")
    assert link.is_symlink()
    assert scene.read_bytes() == b"new"


@pytest.mark.parametrize("fails", ["fsync", "replace", "chmod"])
def test_a_full_disk_leaves_the_old_file(scene: Path, monkeypatch: pytest.MonkeyPatch, fails: str) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os if fails == "fsync" else Path, fails, full)
    with pytest.raises(WriteError) as caught:
        write_file(scene, b"new")
    assert caught.value.filename == str(scene)
    assert caught.value.errno == errno.ENOSPC
    assert scene.read_bytes() == b"the old scene"
    assert alone(scene)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_a_device_that_is_full_is_a_fault_of_writing() -> None:
    with pytest.raises(WriteError):
        write_file("/dev/full", b"new")


def test_an_interrupt_leaves_the_old_file(scene: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(scene, b"new")
    assert scene.read_bytes() == b"the old scene"
    assert alone(scene)


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("at", ["fsync", "replace"])
def test_a_process_killed_half_way_leaves_the_old_file(scene: Path, at: str) -> None:
    code = f"""
        import os, pathlib, signal
        def killed(*_): os.kill(os.getpid(), signal.SIGKILL)
        os.fsync = killed if {at!r} == "fsync" else os.fsync
        pathlib.Path.replace = killed if {at!r} == "replace" else pathlib.Path.replace
        from falter.files import write_file
        write_file({str(scene)!r}, b"new")
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert scene.read_bytes() == b"the old scene"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_folder_that_may_not_be_written(scene: Path) -> None:
    scene.parent.chmod(0o555)
    try:
        with pytest.raises(WriteError) as caught:
            write_file(scene, b"new")
    finally:
        scene.parent.chmod(0o755)
    assert caught.value.filename == str(scene)
    assert scene.read_bytes() == b"the old scene"


def test_a_folder_that_refuses(scene: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "a name nobody has seen")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    with pytest.raises(WriteError) as caught:
        write_file(scene, b"new")
    assert caught.value.filename == str(scene)
    assert scene.read_bytes() == b"the old scene"


def test_a_write_protected_file_is_not_replaced(scene: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(WriteError):
        write_file(scene, b"new")
    assert scene.read_bytes() == b"the old scene"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(WriteError):
        write_file(tmp_path, b"new")
    with pytest.raises(WriteError):
        write_file(tmp_path / "not-there" / "gate.falter", b"new")


def test_a_new_file_never_takes_the_place_of_one(scene: Path) -> None:
    with pytest.raises(FileExistsError) as caught:
        create_file(scene, b"new")
    assert caught.value.filename == str(scene)
    assert scene.read_bytes() == b"the old scene"
    assert alone(scene)


def test_a_new_file_where_links_are_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", no_links)
    create_file(tmp_path / "gate.falter", b"new")
    assert (tmp_path / "gate.falter").read_bytes() == b"new"
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "gate.falter", b"newer")
    assert alone(tmp_path / "gate.falter")


def test_reading_gives_the_bytes_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"\xff\r\n")
    assert read_file(tmp_path / "x") == b"\xff\r\n"
