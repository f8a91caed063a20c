"""A rule file with its expressions spelled in one language."""

from __future__ import annotations

from collections.abc import Iterator

from performance_rules.language.spelling import Edit, Spelling, edited
from performance_rules.language.syntax import parse_template
from performance_rules.language.typed import Typed
from performance_rules.rules.model import Rule
from performance_rules.rules.positions import Path
from performance_rules.rules.toml import TomlFile


def spelled(file: TomlFile, rule: Rule, spelling: Spelling) -> str:
    """Return the text of a rule file, or of an override, in a spelling; see :func:`respelling`."""
    return edited(file.text, respelling(file, rule, spelling))


def respelling(file: TomlFile, rule: Rule, spelling: Spelling) -> set[Edit]:
    """Return what is to be changed in the text of a rule file to have it in a spelling.

    Args:
        file: the file; expressions that it does not give itself are nothing to it.
        rule: the rule as the file makes it.
        spelling: the language.
    """
    edits: set[Edit] = set()
    for path, offset, tree in _expressions(rule):
        place = file.places.get(path) or file.places.get(("set", *path))
        if place is None or not place.text:
            continue
        said = "".join(file.text[start] for start in place.text[offset:-1])
        for start, end, new in spelling.edits(tree, said, rule.lets):
            if said[start:end] != new:
                edits.add((place.text[offset + start], place.text[offset + end], new))
    return edits


def _expressions(rule: Rule) -> Iterator[tuple[Path, int, Typed]]:
    """Yield every expression of a rule: the key it stands in, from which character, and itself."""
    for name, tree in rule.lets.items():
        yield ("let", name), 0, tree
    for _, _, tree in rule.each:
        yield ("each",), 0, tree
    if rule.when is not None:
        yield ("when",), 0, rule.when
    yield ("assert",), 0, rule.asserts
    for key, pieces in (("message", rule.message), ("message_en", rule.message_en)):
        parsed = parse_template(str(rule.text[key]))
        for piece, said in zip(pieces, parsed, strict=True):
            if not isinstance(piece, str) and not isinstance(said, str):
                yield (key,), said[1], piece
