"""What may be lost: the folder in which this platform keeps it, and how a file of it is written."""

import os
import sys
from contextlib import suppress


def cache_folder() -> str:
    """Return the tool's own folder there; it may not exist yet."""
    if sys.platform == "win32":
        folder = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif sys.platform == "darwin":
        folder = os.path.expanduser("~/Library/Caches")
    else:
        folder = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(folder, "awesome-lint")


def keep(path: str, data: bytes) -> None:
    """Write a file that nobody sees half of; where that cannot be, nothing is written."""
    part = f"{path}.{os.urandom(6).hex()}"
    try:
        with suppress(OSError):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(part, "xb") as file:
                file.write(data)
            os.replace(part, path)
    finally:
        with suppress(OSError):  # it is gone when all went well
            os.unlink(part)
