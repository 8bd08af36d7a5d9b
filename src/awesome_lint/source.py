"""A file's text, and the facts of its bytes that every fix must keep."""

from bisect import bisect_right
from functools import cached_property
from typing import Literal

from awesome_lint.errors import UserError
from awesome_lint.patterns import lazy

Newline = Literal["\n", "\r\n", "\r"]
_BOM = b"\xef\xbb\xbf"
# str.splitlines also breaks at VT, FF, NEL and others that stand inside lines of real lists.
_NEWLINE = lazy(r"\r\n?|\n")


class Source:
    """Decoded text with its line table.

    path: as reports print it, relative, with '/'.
    text: the decoded text after a byte order mark; line ends as in the file.
    bom: whether the file begins with a UTF-8 byte order mark.
    A text with NUL characters is a UserError: no Markdown has them, and parsers read them as something else.
    """

    def __init__(self, text: str, path: str = "-", bom: bool = False) -> None:
        if "\0" in text:
            raise UserError(
                f"{path} is a binary file", "It has NUL characters. Name the Markdown file of the list instead."
            )
        self.text = text
        self.path = path
        self.bom = bom

    @classmethod
    def decode(cls, data: bytes, path: str) -> "Source":
        """Decode UTF-8 with or without BOM; anything else is a UserError that names what it found."""
        bom = data.startswith(_BOM)
        try:
            text = data[3:].decode("utf-8") if bom else data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise _not_utf8(data, path, error) from None
        return cls(text, path, bom)

    def encode(self, text: str) -> bytes:
        """Return the bytes of an edited text: the same byte order mark, UTF-8."""
        data = text.encode("utf-8")
        return _BOM + data if self.bom else data

    @cached_property
    def _breaks(self) -> tuple[list[int], list[int]]:
        starts, ends = [0], []
        if "\r" not in self.text:
            position = self.text.find("\n")
            while position >= 0:
                ends.append(position)
                starts.append(position + 1)
                position = self.text.find("\n", position + 1)
        else:
            for match in _NEWLINE.finditer(self.text):
                ends.append(match.start())
                starts.append(match.end())
        ends.append(len(self.text))
        return starts, ends

    @property
    def line_starts(self) -> list[int]:
        """The offset of each line's first character; the part after the last line end counts as a line."""
        return self._breaks[0]

    @property
    def line_ends(self) -> list[int]:
        """The offset of each line's end, before its line break."""
        return self._breaks[1]

    @cached_property
    def newline(self) -> Newline:
        """The line end that the file uses most; '\\n' for a file of one line."""
        crlf = self.text.count("\r\n")
        lf = self.text.count("\n") - crlf
        cr = self.text.count("\r") - crlf
        if crlf > max(lf, cr):
            return "\r\n"
        return "\r" if cr > lf else "\n"

    def line_at(self, offset: int) -> int:
        """Return the index, from 0, of the line in which an offset stands."""
        return bisect_right(self.line_starts, offset) - 1

    def place(self, offset: int) -> tuple[int, int]:
        """Return (line, column), both from 1, in code points."""
        line = self.line_at(offset)
        return line + 1, offset - self.line_starts[line] + 1

    def line_text(self, index: int) -> str:
        """Return a line, index from 0, without its line break."""
        return self.text[self.line_starts[index] : self.line_ends[index]]


def _not_utf8(data: bytes, path: str, error: UnicodeDecodeError) -> UserError:
    advice = "awesome-lint reads UTF-8. Convert the file (`iconv -f {0} -t UTF-8 FILE`) and run again."
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return UserError(f"{path} is UTF-16, not UTF-8", advice.format("UTF-16"))
    if b"\0" in data[:4096]:
        return UserError(f"{path} is a binary file", "Name the Markdown file of the list instead.")
    line = data.count(b"\n", 0, error.start) + 1
    title = f"{path} is not UTF-8: byte 0x{data[error.start]:02x} on line {line}"
    return UserError(title, "It is probably Latin-1 or Windows-1252. " + advice.format("WINDOWS-1252"))
