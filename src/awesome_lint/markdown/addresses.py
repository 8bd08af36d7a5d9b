"""Where the address of a link begins and ends."""

_CLOSERS = {")": "(", "]": "[", "}": "{"}
_TRAILING = frozenset("?!.,:;*_~'\"`，。；：！？、）】」》")  # full-width: they end a URL in CJK text


def destination(content: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the URL in content[start:end], what stands between a link's parentheses."""
    raw = content[start:end]
    if raw[:1] != "<" and not any(blank in raw for blank in " \t\n"):
        return start, end
    start += len(raw) - len(raw.lstrip())
    if content.startswith("<", start):
        close = start + 1
        while close < end and content[close] != ">":
            close += 2 if content[close] == "\\" else 1
        return start + 1, min(close, end)
    return start, start + len(content[start:end].split(None, 1)[0]) if start < end else start


def trim_bare_url(url: str) -> str:
    """Cut off what a bare URL does not own: punctuation after it, and closers that it did not open."""
    if url[-1:].isalnum() or url[-1:] == "/":
        return url
    spare = {closer: url.count(closer) - url.count(opener) for closer, opener in _CLOSERS.items()}
    end = len(url)
    while end:
        last = url[end - 1]
        if last in _CLOSERS:
            if spare[last] <= 0:
                break
            spare[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return url[:end]
