"""Reading files, with every failure that can be brought about or simulated here."""

import errno
import os
from pathlib import Path

import pytest
from files.failing import LIST, fail, needs_limits, needs_posix

from awesome_lint import files
from awesome_lint.errors import UserError


def refusal(path: Path | str, **options: int) -> UserError:
    with pytest.raises(UserError) as caught:
        files.read(str(path), **options)  # type: ignore[arg-type]
    assert caught.value.advice.endswith((".", "?")), "each error says what to do"
    return caught.value


def test_read(readme: Path) -> None:
    file = files.read(str(readme), "docs/README.md")
    assert (file.data, file.source.path, file.source.text) == (LIST, "docs/README.md", LIST.decode())


@pytest.mark.parametrize(
    ("data", "title"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b"\xef\xbb\xbf", "is empty", id="only a byte order mark"),
        pytest.param(b"\n \n", "blank lines", id="blank"),
        pytest.param(b"caf\xe9\n", "not UTF-8: byte 0xe9 on line 1", id="Latin-1"),
        pytest.param("# Liste\n".encode("utf-16"), "UTF-16", id="UTF-16"),
        pytest.param(b"\x89PNG\0\0", "binary", id="binary"),
    ],
)
def test_content_that_is_no_list(tmp_path: Path, data: bytes, title: str) -> None:
    path = tmp_path / "README.md"
    path.write_bytes(data)
    assert title in refusal(path).title


def test_size_limit(readme: Path) -> None:
    assert files.read(str(readme), max_size=len(LIST)).data == LIST
    error = refusal(readme, max_size=len(LIST) - 1)
    assert f"has {len(LIST)} bytes, more than max-size" in error.title
    assert "max-size" in error.advice


def test_only_the_beginning_of_a_huge_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)
    assert "has 3000 MB, more than max-size (5 MB)" in refusal(path).title


def test_missing_path_suggests_its_neighbour(readme: Path) -> None:
    error = refusal(readme.with_name("READNE.md"))
    assert error.title.endswith("READNE.md does not exist")
    assert "Did you mean 'README.md'?" in error.advice
    assert "There is no folder" in refusal(readme.parent / "none" / "README.md").advice


@pytest.mark.parametrize(("name", "kind"), [("README.rst", "reStructuredText"), ("readme.adoc", "AsciiDoc")])
def test_other_markup_is_named(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_bytes(LIST)
    assert kind in refusal(tmp_path / name).title


def test_folder_and_file_taken_for_a_folder(readme: Path) -> None:
    assert "is a folder" in refusal(readme.parent).title
    assert "is a file, not a folder" in refusal(readme / "README.md").advice


def test_nul_in_a_path() -> None:
    assert "NUL" in refusal("a\0b").title


@needs_posix
def test_pipe_device_and_bad_links(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is a pipe" in refusal(tmp_path / "pipe").title
    assert "is a device" in refusal("/dev/null").title
    (tmp_path / "lost.md").symlink_to("gone.md")
    assert "link to gone.md, which does not exist" in refusal(tmp_path / "lost.md").title
    (tmp_path / "round.md").symlink_to("round.md")
    assert "leads back to itself" in refusal(tmp_path / "round.md").title


def test_unreadable_file(readme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail(monkeypatch, "stat", errno.EACCES)
    assert "may not be read" in refusal(readme).title
    fail(monkeypatch, "stat", errno.EIO)
    assert os.strerror(errno.EIO) in refusal(readme).title


@needs_limits
def test_file_without_permission_to_read(readme: Path) -> None:
    readme.chmod(0)
    assert "may not be read" in refusal(readme).title


def test_unique_by_file(readme: Path) -> None:
    other, missing = readme.with_name("other.md"), readme.with_name("missing.md")
    other.write_bytes(LIST)
    twice = str(readme.parent / "." / "README.md")
    assert files.unique(map(str, (readme, other, twice, readme, missing, missing))) == [
        str(readme),
        str(other),
        str(missing),
    ]


@needs_posix
def test_unique_through_a_link(readme: Path) -> None:
    link = readme.with_name("link.md")
    link.symlink_to("README.md")
    assert files.unique([str(link), str(readme)]) == [str(link)]
