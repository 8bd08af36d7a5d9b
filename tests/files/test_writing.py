"""Writing files, with every failure that can be brought about or simulated here."""

import errno
import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from files.failing import LIST, fail, needs_limits, needs_posix

from awesome_lint.errors import UserError
from awesome_lint.fixing.writing import write

FIXED = LIST.replace(b"one", b"One")


def left_alone(readme: Path, content: bytes = LIST) -> bool:
    """Whether the file is as it was, and no temporary file is left."""
    return readme.read_bytes() == content and os.listdir(readme.parent) == ["README.md"]


def write_refusal(readme: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        write(str(readme), LIST, FIXED, "README.md")
    return caught.value


def test_write(readme: Path) -> None:
    write(str(readme), LIST, FIXED)
    assert left_alone(readme, FIXED)


@needs_posix
def test_mode_is_kept(readme: Path) -> None:
    for mode in (0o640, 0o755, 0o666, 0o600):
        readme.chmod(mode)
        write(str(readme), readme.read_bytes(), FIXED)
        assert stat.S_IMODE(readme.stat().st_mode) == mode


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only the superuser gives files away")
def test_owner_is_kept(readme: Path) -> None:
    os.chown(readme, 1234, 2345)
    readme.chmod(0o664)
    write(str(readme), LIST, FIXED)
    facts = readme.stat()
    assert (facts.st_uid, facts.st_gid, stat.S_IMODE(facts.st_mode)) == (1234, 2345, 0o664)


def test_owner_that_cannot_be_kept_is_no_error(readme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail(monkeypatch, "chown", errno.EPERM)
    write(str(readme), LIST, FIXED)
    assert left_alone(readme, FIXED)


@needs_posix
def test_group_is_kept_where_the_owner_cannot_be(readme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []

    def chown(path: str, owner: int, group: int) -> None:
        asked.append((owner, group))
        if owner != -1:
            raise PermissionError(errno.EPERM, "")

    monkeypatch.setattr(os, "chown", chown)
    write(str(readme), LIST, FIXED)
    assert asked == [(readme.stat().st_uid, readme.stat().st_gid), (-1, readme.stat().st_gid)]


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes here")
def test_attribute_that_is_refused_does_not_lose_the_others(readme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []

    def setxattr(path: str, name: str, value: bytes) -> None:
        if name == "security.label":
            raise PermissionError(errno.EPERM, "")
        kept.append(name)

    monkeypatch.setattr(os, "listxattr", lambda path: ["security.label", "user.comment"])
    monkeypatch.setattr(os, "getxattr", lambda path, name: b"")
    monkeypatch.setattr(os, "setxattr", setxattr)
    write(str(readme), LIST, FIXED)
    assert kept == ["user.comment"]


@needs_posix
def test_target_of_a_link_is_written(readme: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("links")
    link = folder / "README.md"
    link.symlink_to(readme)
    write(str(link), LIST, FIXED)
    assert link.is_symlink()
    assert left_alone(readme, FIXED)
    assert os.listdir(folder) == ["README.md"]


def test_changed_file_is_not_overwritten(readme: Path) -> None:
    readme.write_bytes(LIST + b"- new\n")
    assert "changed on disk" in write_refusal(readme).title
    assert left_alone(readme, LIST + b"- new\n")


def test_deleted_file_is_not_written(readme: Path) -> None:
    readme.unlink()
    assert "changed on disk" in write_refusal(readme).title
    assert os.listdir(readme.parent) == []


def test_deleted_folder(readme: Path) -> None:
    readme.unlink()
    readme.parent.rmdir()
    assert "changed on disk" in write_refusal(readme).title


@needs_posix
def test_file_that_became_a_folder(readme: Path) -> None:
    readme.unlink()
    readme.mkdir()
    assert "changed on disk" in write_refusal(readme).title


@needs_posix
def test_hard_link_is_refused(readme: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    os.link(readme, tmp_path_factory.mktemp("other") / "copy.md")
    assert "2 hard links" in write_refusal(readme).title
    assert left_alone(readme)


@needs_posix
def test_read_only_file_is_refused(readme: Path) -> None:
    readme.chmod(0o444)
    assert "is read-only" in write_refusal(readme).title
    assert left_alone(readme)


@needs_limits
def test_read_only_folder(readme: Path) -> None:
    readme.parent.chmod(0o555)
    error = write_refusal(readme)
    readme.parent.chmod(0o755)
    assert "may not be written to" in error.title
    assert left_alone(readme)


@pytest.mark.parametrize(
    ("name", "code", "title"),
    [
        pytest.param("open", errno.EACCES, "folder that cannot be written to", id="read-only folder"),
        pytest.param("open", errno.EROFS, "folder that cannot be written to", id="read-only file system"),
        pytest.param("open", errno.ENOSPC, "no room on the disk", id="no room for the name"),
        pytest.param("fsync", errno.ENOSPC, "no room on the disk", id="no room for the bytes"),
        pytest.param("fsync", errno.EDQUOT, "no room on the disk", id="quota"),
        pytest.param("fsync", errno.EIO, os.strerror(errno.EIO), id="broken disk"),
        pytest.param("replace", errno.EBUSY, "cannot be replaced", id="bind mount"),
        pytest.param("replace", errno.EXDEV, "cannot be replaced", id="other device"),
        pytest.param("replace", errno.EACCES, "cannot be replaced: permission denied", id="sharing violation"),
        pytest.param("replace", errno.EPERM, "cannot be replaced: permission denied", id="immutable file"),
    ],
)
def test_failing_system_call(readme: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: int, title: str) -> None:
    fail(monkeypatch, name, code)
    error = write_refusal(readme)
    monkeypatch.undo()
    assert title in error.title
    assert "README.md" in error.title
    assert left_alone(readme)


def test_file_system_that_cannot_sync(readme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail(monkeypatch, "fsync", errno.EINVAL)
    write(str(readme), LIST, FIXED)
    assert left_alone(readme, FIXED)


@needs_posix
def test_full_disk(readme: Path) -> None:
    """A file that may not grow is the nearest thing to a full disk that a test can make."""
    resource = pytest.importorskip("resource")
    old_limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    old_handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, old_limit[1]))
    try:
        error = write_refusal(readme)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old_limit)
        signal.signal(signal.SIGXFSZ, old_handler)
    assert "no room on the disk" in error.title
    assert left_alone(readme)


def test_interrupt_leaves_no_temporary_file(readme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(str(readme), LIST, FIXED)
    assert left_alone(readme)


def test_change_while_the_temporary_file_is_written(readme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[[int], None] = os.fsync

    def edited_meanwhile(number: int) -> None:
        readme.write_bytes(b"theirs")
        real(number)

    monkeypatch.setattr(os, "fsync", edited_meanwhile)
    assert "changed on disk" in write_refusal(readme).title
    assert left_alone(readme, b"theirs")
