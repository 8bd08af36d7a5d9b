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


def raise_all(errors: list[UserError], where: str) -> None:
    """Raise what is wrong with a thing, all of it as one error where there are several; `where` names the thing."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        lines = "\n".join(f"{error.title}\n    {error.advice}" for error in errors)
        raise UserError(f"{where} has {len(errors)} mistakes", f"They are:\n\n{lines}")


def did_you_mean(word: str, known: list[str]) -> str:
    """Return ' Did you mean …?' for the nearest known word, or an empty string."""
    near = nearest(word, known)
    return f" Did you mean '{near}'?" if near else ""


def nearest(word: str, known: list[str]) -> str | None:
    """Return the known word that is most like a word; None where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return near[0] if near else None


def it_is(value: object) -> str:
    """Return what a setting is, as a sentence; true and false as TOML writes them."""
    return f"It is {str(value).lower() if isinstance(value, bool) else repr(value)}."
