"""Helper: the text of a tiny rule, of which a test says only what it is about."""

from __future__ import annotations

_RULE = """
id = "{name}"
title = "演示"
title_en = "demo"
severity = "error"
{more}
assert = '''{condition}'''
message = '''{message}'''
message_en = '''{message_en}'''
advice = "请核实"
advice_en = "please check"
why = "演示"
basis = [{{ doc = "ARITH" }}]
"""


def tiny_rule(
    condition: str,
    *,
    more: str = "",
    name: str = "X-01",
    message: str = "演示",
    message_en: str = "demo",
) -> str:
    """Return the text of a rule file; ``more`` are further keys of the rule, a line each."""
    return _RULE.format(
        name=name, more=more, condition=condition, message=message, message_en=message_en
    ).lstrip()
