"""The compiler: a typed tree becomes a closure that grounds it on a report.

Compiled once per rule set.  A closure takes the scope (one report) and the slots of the variables
and gives a grounded value; conditions come in two ways, within printed precision for ``assert``
and on printed values for ``when`` and for filters.
"""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, cast

from performance_rules.errors import Message
from performance_rules.language import syntax as s
from performance_rules.language import typed as t
from performance_rules.language.askedtexts import answering, is_of_names, question_of, unread
from performance_rules.language.derived import COLUMN_NAMES, absent
from performance_rules.language.explain import shown
from performance_rules.language.ground import (
    Condition,
    Every,
    Fixed,
    Holding,
    Linear,
    LinearCondition,
    Missing,
    Opposite,
    PrintedCondition,
    RateCondition,
    Some,
    constant,
    every,
    fixed,
    opposite,
    scale,
    some,
    unknown,
)
from performance_rules.language.numbers import as_number, change, total
from performance_rules.language.scope import Scope, Value, of
from performance_rules.language.types import BOOL
from performance_rules.report.nodes import BreakdownNode, LineNode
from performance_rules.values.precision import FALSE, TRUE
from performance_rules.values.quantity import SCALE, Amount

Slots = list[Any]
Ground = Callable[[Scope, Slots], Value]
GroundCondition = Callable[[Scope, Slots], Condition]

_CONDITIONS = (
    Fixed,
    LinearCondition,
    RateCondition,
    PrintedCondition,
    Every,
    Some,
    Opposite,
    Holding,
)


def compile_condition(tree: t.Typed, *, printed: bool) -> GroundCondition:
    """Return the closure of a condition; ``printed`` means on printed values only."""
    ground = compile_value(tree, printed=printed)
    if isinstance(tree, t.Comparison | t.Same | t.Logic | t.Negation):
        return cast("GroundCondition", ground)

    def condition(scope: Scope, slots: Slots) -> Condition:
        return as_condition(ground(scope, slots))

    return condition


def as_condition(value: Value) -> Condition:
    """Return a value as a condition; a missing one cannot be judged."""
    if isinstance(value, _CONDITIONS):
        return value
    if isinstance(value, Missing):
        return unknown(value.why)
    return fixed(value is True)


def compile_value(tree: t.Typed, *, printed: bool = False) -> Ground:
    """Return the closure of an expression."""
    match tree:
        case t.Constant(value):
            fixed_value = literal(value)
            return lambda scope, slots: fixed_value
        case t.Variable(_, slot):
            return lambda scope, slots: slots[slot]
        case t.Top(term):
            get = term.get
            return lambda scope, slots: get(scope, scope.tree)
        case t.Field():
            return _field(tree, printed)
        case t.PartOf():
            return _item(tree, printed)
        case t.ColumnOf():
            return _cell(tree, printed)
        case t.ParameterValue(name):
            return lambda scope, slots: scope.parameters[name]
        case t.Apply():
            return _apply(tree, printed)
        case t.ApplyEach():
            return _apply_each(tree, printed)
        case t.Arithmetic(op, left, right):
            return _arithmetic(op, compile_value(left), compile_value(right))
        case t.Multiple(factor, operand):
            return _multiple(factor, compile_value(operand))
        case t.Comparison(op, left, right):
            return _comparison(op, compile_value(left), compile_value(right), printed)
        case t.Same(op, left, right):
            same = _same(op, compile_value(left), compile_value(right))
            return unread(same) if is_of_names(tree) else _answering(tree, (left, right), same)
        case t.Logic(op):
            return _logic(op, operands(op, tree), printed)
        case t.Negation(operand):
            inner = compile_condition(operand, printed=printed)
            return lambda scope, slots: opposite(inner(scope, slots))
        case t.Listing(items):
            grounds = [compile_value(i) for i in items]
            return lambda scope, slots: [g(scope, slots) for g in grounds]


def literal(value: s.Number | s.String) -> Value:
    """Return a literal as a grounded value."""
    if isinstance(value, s.String):
        return value.value
    if value.unit == "%":
        return constant(int(value.value * SCALE), "percent")
    if value.unit:
        return constant(Amount.of(value.value, value.unit, exact=True).n, "amount")
    return constant(int(value.value * SCALE), "pure")


def _field(tree: t.Field, printed: bool) -> Ground:
    inner, get = compile_value(tree.object, printed=printed), tree.term.get
    if not tree.mapped:

        def one(scope: Scope, slots: Slots) -> Value:
            value = inner(scope, slots)
            return value if isinstance(value, Missing) else get(scope, value)

        return one
    flat = tree.term.type.item is not None

    def each(scope: Scope, slots: Slots) -> Value:
        items = inner(scope, slots)
        if isinstance(items, Missing):
            return items
        items = of(list, items)
        scope.visit(len(items))
        found: list[Any] = [
            i if isinstance(i, Missing) else get(scope, cast("Value", i)) for i in items
        ]
        if not flat:
            return found
        return [x for part in found if isinstance(part, list) for x in part]

    return each


def _item(tree: t.PartOf, printed: bool) -> Ground:
    inner = compile_value(tree.object, printed=printed)
    counts = tree.object.type.name == "counts"
    key = tree.key if isinstance(tree.key, str) else None
    key_of = compile_value(tree.key) if not isinstance(tree.key, str) else None

    def item(scope: Scope, slots: Slots) -> Value:
        value = inner(scope, slots)
        label = key if key is not None else key_of(scope, slots) if key_of else ""
        if isinstance(value, Missing):
            return value
        if isinstance(label, Missing):
            return label
        title = str(getattr(value, "title", ""))
        if counts:
            value = of(LineNode, value)
            return value.counts.get(str(label)) or absent(f"{value.title}·{label}")
        lines = (
            list(value.parts()) if isinstance(value, LineNode) else of(BreakdownNode, value).lines
        )
        found = [p for p in lines if label in (p.code, p.line.key) or _called(scope, p, label)]
        if len(found) > 1:
            return Missing(
                Message(f"“{label}”不止一项", f"'{label}' names more than one line"), blank=True
            )
        return found[0] if found else absent(f"{title}·{label}")

    return item


def _called(scope: Scope, line: LineNode, label: object) -> bool:
    """Whether a line has a name."""
    return scope.asked(line, "line.name", lambda scope, name: name == label) is True


def _cell(tree: t.ColumnOf, printed: bool) -> Ground:
    inner, column = compile_value(tree.object, printed=printed), compile_value(tree.column)

    def cell(scope: Scope, slots: Slots) -> Value:
        line, name = inner(scope, slots), column(scope, slots)
        if isinstance(line, Missing):
            return line
        if isinstance(name, Missing):
            return name
        line, name = of(LineNode, line), of(str, name)
        found = line.figures.get(name) or line.counts.get(name)
        return found or absent(f"{line.title}·{COLUMN_NAMES.get(name, name)}")

    return cell


def _apply(tree: t.Apply, printed: bool) -> Ground:
    give, strict, truth = tree.function.give, tree.function.strict, tree.type == BOOL
    printed = printed and not tree.function.charitable
    arguments = [compile_value(a, printed=printed) for a in tree.arguments]
    once = tree.function.apart and not t.variables_of(tree)  # about all the text there is

    if len(arguments) == 1:
        only = arguments[0]

        def apply_one(scope: Scope, slots: Slots) -> Value:
            value = only(scope, slots)
            if strict and isinstance(value, Missing):
                return unknown(value.why) if truth else value
            return give(scope, value)

        return _once(apply_one) if once else _answering(tree, tree.arguments, apply_one)

    def apply(scope: Scope, slots: Slots) -> Value:
        values = [argument(scope, slots) for argument in arguments]
        if strict:
            for value in values:
                if isinstance(value, Missing):
                    return unknown(value.why) if truth else value
        return give(scope, *values)

    return _once(apply) if once else _answering(tree, tree.arguments, apply)


def _answering(tree: t.Apply | t.Same, parts: Sequence[t.Typed], ground: Ground) -> Ground:
    """Return what grounds an expression; of a text that it only asks it keeps the answer."""
    question = question_of(tree, parts)
    return ground if question is None else answering(ground, compile_value(question, printed=True))


def _once(ground: Ground) -> Ground:
    """Return what grounds an expression about the whole text once for a report."""

    def once(scope: Scope, slots: Slots) -> Value:
        if once not in scope.told:
            before, scope.reads = scope.reads, {}
            scope.told[once] = ground(scope, slots), scope.reads
            scope.reads = before
        value, reads = scope.told[once]
        scope.reads.update(reads)
        return value

    return once


def _apply_each(tree: t.ApplyEach, printed: bool) -> Ground:
    function, slot = tree.function, tree.slot
    source = compile_value(tree.source, printed=printed)
    truth = tree.body.type.name == "bool"
    body: Callable[[Scope, Slots], Any] = (
        compile_condition(tree.body, printed=printed or function.printed)
        if truth
        else compile_value(tree.body, printed=printed)
    )
    decided = _DECIDED.get(function.name)

    def apply_each(scope: Scope, slots: Slots) -> Value:
        items = source(scope, slots)
        if isinstance(items, Missing):
            return unknown(items.why) if tree.type == BOOL else items
        items = of(list, items)
        scope.visit(len(items))
        bodies: list[Any] = []
        for item in items:
            slots[slot] = item
            value = body(scope, slots)
            bodies.append(shown(scope, value) if function.shows else value)
            if decided is not None and isinstance(value, Fixed) and value.truth == decided:
                break
        if function.printed:
            return function.give(scope, items, bodies)
        return function.give(scope, bodies)

    return apply_each


_DECIDED: Final = {"any": TRUE, "all": FALSE}
"""Of lists of conditions: what one of them has to be for the others not to matter."""


def _arithmetic(op: str, left: Ground, right: Ground) -> Ground:
    if op == "-":
        return lambda scope, slots: change.give(scope, left(scope, slots), right(scope, slots))
    return lambda scope, slots: total.give(scope, [left(scope, slots), right(scope, slots)])


def _multiple(factor: int, operand: Ground) -> Ground:
    def multiple(scope: Scope, slots: Slots) -> Value:
        number = as_number(scope, operand(scope, slots))
        if isinstance(number, Linear):
            return scale(number, factor)
        if isinstance(number, Missing):
            return number
        return Missing(Message("比率不能乘", "rates are not multiplied"))

    return multiple


def _comparison(op: str, left: Ground, right: Ground, printed: bool) -> Ground:
    def comparison(scope: Scope, slots: Slots) -> Value:
        compare = scope.compare_printed if printed else scope.compare
        return compare(
            op,
            as_number(scope, left(scope, slots)),
            as_number(scope, right(scope, slots)),
        )

    return comparison


def _same(op: str, left: Ground, right: Ground) -> Ground:
    def same(scope: Scope, slots: Slots) -> Value:
        a, b = left(scope, slots), right(scope, slots)
        for value in (a, b):
            if isinstance(value, Missing):
                return unknown(value.why)
        if op == "in":
            return fixed(isinstance(b, list) and a in b)
        if isinstance(a, dt.date) and isinstance(b, dt.date):
            return fixed(_ORDER[op](a, b))
        return fixed((a == b) == (op == "=="))

    return same


_ORDER: Final[Mapping[str, Callable[[dt.date, dt.date], bool]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def operands(op: str, tree: t.Typed) -> list[t.Typed]:
    """Return the operands of ``a and b and c``, in their order."""
    if isinstance(tree, t.Logic) and tree.op == op:
        return [*operands(op, tree.left), *operands(op, tree.right)]
    return [tree]


def _logic(op: str, operands: list[t.Typed], printed: bool) -> Ground:
    grounds = [compile_condition(operand, printed=printed) for operand in operands]
    join, decided = (every, FALSE) if op == "and" else (some, TRUE)

    def logic(scope: Scope, slots: Slots) -> Value:
        found = []
        for ground in grounds:
            condition = ground(scope, slots)
            if isinstance(condition, Fixed) and condition.truth == decided:
                return condition
            found.append(condition)
        return join(found)

    return logic
