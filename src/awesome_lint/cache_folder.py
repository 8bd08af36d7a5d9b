"""The folder in which this platform keeps what may be lost."""

import os
import sys


def cache_folder() -> str:
    """Return the tool's own folder there; it may not exist yet."""
    if sys.platform == "win32":
        folder = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif sys.platform == "darwin":
        folder = os.path.expanduser("~/Library/Caches")
    else:
        folder = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(folder, "awesome-lint")
