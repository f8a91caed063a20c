"""The scale of deduction of a line, and its members, in the rule language."""

from __future__ import annotations

from typing import Final

from performance_rules.errors import Message
from performance_rules.language.derived import absent
from performance_rules.language.ground import Linear, Missing, constant
from performance_rules.language.scales import Deduction, read_scale
from performance_rules.language.scope import Scope, Value
from performance_rules.language.terms import plain_term
from performance_rules.language.types import SCALE, TEXT
from performance_rules.report.nodes import LineNode


def _scale(scope: Scope, node: LineNode) -> Value:
    """Return the scale of deduction in the standard of a line, if all of it is understood."""
    criterion = scope.read(node, "line.criterion")
    if not criterion:
        return absent(f"{node.name}的扣分办法")
    found = read_scale(criterion, scope.read(node, "name"))
    if found is None:
        return Missing(
            Message(
                f"{node.name}的评分标准没有全读懂",
                f"the standard of '{node.path}' is not understood",
            )
        )
    if found.start is not None:
        return Deduction(found, constant(found.start, "percent"))
    target = node.figures.get("target")
    start = scope.number(target) if target is not None else None
    if not isinstance(start, Linear) or start.kind != "percent":
        return absent(f"{node.name}从哪里起扣分")
    return Deduction(found, start)


SCALE_OF_LINE: Final = plain_term(
    "scale", ("扣分办法", "the scale of deduction that its standard states"), SCALE, _scale
)
"""The member of a line."""

SCALE_TERMS: Final = (
    plain_term(
        "subject",
        ("对象", "what it is a scale of: value, execution or completion"),
        TEXT,
        lambda s, n: n.scale.subject,
    ),
    plain_term("text", ("文字", "the scale as printed"), TEXT, lambda s, n: n.scale.text),
)
"""The members of a scale."""
