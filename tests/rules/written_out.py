"""Rules written out: their expressions with every name in the place of its expression."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from attrs import evolve, fields, has

from performance_rules.language.expressions import Argument, Each, Expression, Name
from performance_rules.language.syntax import parse, parse_each, parse_template
from performance_rules.language.typed import Typed, form_of
from performance_rules.language.types import Type
from performance_rules.language.typing import Checker
from performance_rules.lexicon.lexicon import shipped_lexicon
from performance_rules.rules.model import Rule


def written_out(tree: Argument, lets: Mapping[str, Expression]) -> Argument:
    """Return an expression with every name replaced by what it means."""
    if isinstance(tree, Name):
        return lets.get(tree.name, tree)
    if isinstance(tree, Each):
        lets = {name: said for name, said in lets.items() if name != tree.name}
    changed: dict[str, Any] = {}
    for attribute in fields(type(tree)):
        value = getattr(tree, attribute.name)
        if isinstance(value, tuple) and attribute.name != "at":
            changed[attribute.name] = tuple(written_out(part, lets) for part in value)
        elif has(type(value)):
            changed[attribute.name] = written_out(value, lets)
    return evolve(tree, **changed)


def rule_written_out(rule: Rule, parameters: Mapping[str, tuple[str, Type]]) -> Rule:
    """Return a rule made from its own text, as if it had no names for its expressions."""
    text = {key: str(said) for key, said in rule.text.items()}
    lets: dict[str, Expression] = {}
    for name, said in cast("Mapping[str, str]", rule.text.get("let", {})).items():
        lets[name] = cast("Expression", written_out(parse(said), lets))

    def out(tree: Expression) -> Expression:
        return cast("Expression", written_out(tree, lets))

    checker = Checker(shipped_lexicon(), parameters)
    each = []
    for name, source, at in parse_each(text["each"]) if "each" in text else ():
        typed = checker.check(out(source))
        each.append((checker.bind(name, checker.list_item(typed), at), name, typed))
    when = checker.condition(out(parse(text["when"]))) if "when" in text else None
    asserts = checker.condition(out(parse(text["assert"])))
    messages = [
        tuple(p if isinstance(p, str) else checker.check(out(p[0])) for p in parse_template(said))
        for said in (text["message"], text["message_en"])
    ]
    return evolve(
        rule,
        each=tuple(each),
        when=when,
        asserts=asserts,
        message=messages[0],
        message_en=messages[1],
        parameters=frozenset(checker.used),
        slots=checker.slots,
    )


def expressions_of(rule: Rule) -> list[Typed]:
    """Return all expressions of a rule: its lists, its conditions, those of its messages."""
    messages = (p for p in (*rule.message, *rule.message_en) if not isinstance(p, str))
    conditions = (rule.when, rule.asserts)
    lists = (source for _, _, source in rule.each)
    return [*lists, *(c for c in conditions if c is not None), *messages]


def forms_of(rule: Rule) -> list[tuple[object, ...]]:
    """Return what each expression of a rule says, in their order."""
    variables = {slot: name for slot, name, _ in rule.each}
    return [form_of(tree, variables) for tree in expressions_of(rule)]
