"""Which rules run: what each layer of the settings says of them, and whose word counts.

Layers go from the defaults to the command line. Within a layer the more exact selector wins (a rule's name over its
group over `all`), and `ignore` where two are equal. Between layers the later one wins, with two additions: a layer
with `select` forgets what earlier ones selected, and what an earlier layer ignores by a more exact selector stays off
(`--select text` does not wake the one text rule that the file switches off).
"""

from collections.abc import Callable, Sequence

from awesome_lint.named import NamedTuple
from awesome_lint.rule import Rule

ALL = "all"


class Layer(NamedTuple):
    """What one place says; `select` is None where it does not say."""

    origin: str
    select: Sequence[str] | None
    extend: Sequence[str]
    ignore: Sequence[str]


class Verdict(NamedTuple):
    """Whether a rule runs, and why.

    weight: how exact the deciding selector is: 2 a rule's name, 1 a group, 0 `all`.
    reason: for --show-config and --list-rules ("select = papers, awesome-lint.toml").
    """

    on: bool
    weight: int
    reason: str


def decide(layers: Sequence[Layer], name: str, group: str) -> Verdict:
    """Return what the layers say of a rule."""
    for index in range(len(layers) - 1, -1, -1):
        verdict = _of_layer(layers[index], name, group)
        if verdict is None:
            if layers[index].select is not None:
                return Verdict(False, 0, f"not in select, {layers[index].origin}")
            continue
        if verdict.on:
            for earlier in layers[:index]:
                former = _of_layer(earlier, name, group)
                if former and not former.on and former.weight > verdict.weight:
                    return former
        return verdict
    return Verdict(False, 0, "not selected")


def unless_off(verdict: Verdict, name: str, preview: bool, load: Callable[[str], type[Rule]]) -> Verdict:
    """Return the verdict, or "off" where a rule needs its name to be selected and a group or `all` did it.

    preview: whether a group may select new rules. load: returns the rule, and is asked where the answer depends on it.
    """
    if not verdict.on or verdict.weight == 2:
        return verdict
    rule = load(name)
    if not rule.default:
        return Verdict(False, 0, "off by default: select it by name")
    if rule.preview and not preview:
        return Verdict(False, 0, "new: select it by name, or use preset strict")
    return verdict


def _of_layer(layer: Layer, name: str, group: str) -> Verdict | None:
    for weight, selector in ((2, name), (1, group), (0, ALL)):
        if selector in layer.ignore:
            return Verdict(False, weight, f"ignore = {selector}, {layer.origin}")
        if selector in layer.extend or selector in (layer.select or ()):
            return Verdict(True, weight, f"select = {selector}, {layer.origin}")
    return None
