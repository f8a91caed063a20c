"""The command ``schema``: JSON Schemas for editors and other systems."""

from __future__ import annotations

import json

from performance_rules.cli.usage import choice
from performance_rules.cli.writing import show
from performance_rules.outputs.terminal import row


def run(name: str) -> int:
    """Print the schema of that name.

    Raises:
        PerformanceRulesError: if there is none.
    """
    choice("schema", name, ("report", "rule", "result"))
    show([row(json.dumps(_schema(name), ensure_ascii=False, indent=2))], data=True)
    return 0


def _schema(name: str) -> dict[str, object]:
    if name == "report":
        from performance_rules.report.schema import report_schema

        return report_schema()
    if name == "rule":
        from performance_rules.outputs.rule_schema import rule_schema

        return rule_schema()
    from performance_rules.outputs.schema import result_schema

    return result_schema()
