"""A list in a file, and what makes reading and writing fail."""

import os

import pytest

LIST = b"# Awesome\n\n- [one](https://example.org) - First.\n"
needs_posix = pytest.mark.skipif(os.name != "posix", reason="POSIX only")
needs_limits = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="permission bits do not bind the superuser"
)


def fail(monkeypatch: pytest.MonkeyPatch, name: str, code: int) -> None:
    def failing(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, name, failing)
