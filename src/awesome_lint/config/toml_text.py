"""Values as TOML; the standard library only reads it."""

import json


def toml(value: object) -> str:
    """Return a value as TOML writes it on one line: strings, numbers, lists, and tables of these."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{toml_key(name)} = {toml(inner)}' for name, inner in value.items())} }}"
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def toml_key(name: str) -> str:
    """Return a key, quoted where it has to be."""
    return name if name.replace("-", "").isalnum() and name.isascii() else json.dumps(name, ensure_ascii=False)
