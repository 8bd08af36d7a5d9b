"""The error that a person can mend: a title, and a paragraph that says what to do next."""


class UserError(Exception):
    """Bad input, configuration or surroundings; the command prints it and exits with 2.

    title: one line that names the thing ("README.md is not UTF-8").
    advice: what to do next, one or two sentences.
    """

    def __init__(self, title: str, advice: str) -> None:
        super().__init__(title)
        self.title = title
        self.advice = advice


def did_you_mean(word: str, known: list[str]) -> str:
    """Return ' Did you mean …?' for the nearest known word, or an empty string."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return f" Did you mean '{near[0]}'?" if near else ""
