"""Putting fixed text back: all of it or nothing, and never over somebody else's change."""

import errno
import os
import stat
from contextlib import suppress

from awesome_lint.errors import UserError

_NO_SYNC = frozenset((errno.EINVAL, errno.ENOSYS, errno.ENOTSUP))  # some network and FUSE file systems
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_DENIED = frozenset((errno.EACCES, errno.EPERM))


def write(path: str, old: bytes, new: bytes, shown: str | None = None) -> None:
    """Replace a file's bytes through a temporary file beside it; what is in the way is a UserError.

    Of a symbolic link the target is replaced, not the link. Mode, and where allowed owner and extended
    attributes, stay. A file that no longer holds `old` is left alone. No failure leaves the temporary file.
    """
    name = shown or path
    target = os.path.realpath(path)
    temporary = os.path.join(os.path.dirname(target), f".awesome-lint-{os.urandom(6).hex()}.tmp")
    created = False
    try:
        facts = os.lstat(target)
        _refuse_to_replace(name, facts)
        with open(temporary, "xb", opener=_private) as file:
            created = True
            file.write(new)
            file.flush()
            _sync(file.fileno())
        _keep_facts(target, facts, temporary)
        if _bytes_of(target) != old:
            raise _changed(name)
        os.replace(temporary, target)
    except OSError as error:
        raise _unwritable(name, target, error, created) from None
    finally:
        with suppress(OSError):  # it is gone when all went well
            os.unlink(temporary)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _sync(number: int) -> None:
    """Let the bytes reach the disk before the name does, or a power cut could leave an empty file."""
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def _keep_facts(target: str, facts: os.stat_result, temporary: str) -> None:
    if hasattr(os, "chown"):
        try:
            os.chown(temporary, facts.st_uid, facts.st_gid)
        except OSError:  # only the superuser may give a file away; to another group of one's own anybody may
            with suppress(OSError):
                os.chown(temporary, -1, facts.st_gid)
    for attribute in _attributes(target):
        with suppress(OSError):  # some are the system's to set
            os.setxattr(temporary, attribute, os.getxattr(target, attribute))
    os.chmod(temporary, stat.S_IMODE(facts.st_mode))  # last: a change of owner clears bits


def _attributes(target: str) -> list[str]:
    with suppress(OSError):  # a file system without them
        return os.listxattr(target) if hasattr(os, "listxattr") else []
    return []


def _bytes_of(target: str) -> bytes:
    with open(target, "rb") as file:
        return file.read()


def _refuse_to_replace(name: str, facts: os.stat_result) -> None:
    if not stat.S_ISREG(facts.st_mode):
        raise _changed(name)
    if facts.st_nlink > 1:
        advice = "Replacing it would separate them. Apply the output of `--diff`, or make it a single file."
        raise UserError(f"{name} has {facts.st_nlink} hard links and was not changed", advice)
    # Whoever may write to the folder could replace it all the same, and the superuser does.
    if not facts.st_mode & 0o222:
        advice = "Allow writing (`chmod u+w`), then run again."
        raise UserError(f"{name} is read-only and was not changed", advice)


def _changed(name: str) -> UserError:
    title = f"{name} changed on disk while it was being checked, and was not written"
    return UserError(title, "Save it in the editor or let the other program finish, then run again.")


def _unwritable(name: str, target: str, error: OSError, created: bool) -> UserError:
    code = error.errno
    if code == errno.ENOENT and not os.path.exists(target):
        return _changed(name)
    if code in _FULL:
        advice = "The file is as it was. Make room, then run again."
        return UserError(f"no room on the disk to write {name}", advice)
    if code in (errno.EBUSY, errno.EXDEV):
        advice = "It seems to be a mount point. Mount its folder instead, or apply the output of `--diff`."
        return UserError(f"{name} cannot be replaced", advice)
    if code in _DENIED and created:
        advice = "Another program may hold it open, or the system protects it. Close that, then run again."
        return UserError(f"{name} cannot be replaced: permission denied", advice)
    if code in _DENIED or code == errno.EROFS:
        folder = os.path.dirname(target)
        advice = f"A fix needs to write to the folder {folder}. Allow that, or apply the output of `--diff`."
        return UserError(f"{name} is in a folder that cannot be written to", advice)
    advice = "The file is as it was. Fix that, or apply the output of `--diff`."
    return UserError(f"{name} cannot be written: {error.strerror or error}", advice)
