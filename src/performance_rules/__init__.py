"""Rules as code for fiscal-performance and final-accounts reports of Chinese public bodies.

    import performance_rules as pr

    report = pr.read("自评报告.docx")  # or pr.load_report("report.toml")
    ruleset = pr.RuleSet.for_region("440205", year=2021)
    result = pr.check(report, ruleset)

Names are imported when they are first used, so that ``import performance_rules`` stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from performance_rules.checking.findings import Finding
    from performance_rules.checking.result import Result, check
    from performance_rules.errors import (
        PerformanceRulesError,
        Problem,
        RegionError,
        ReportError,
        RuleFileError,
    )
    from performance_rules.extraction.documents import read
    from performance_rules.report.files import load_report
    from performance_rules.report.model import (
        Account,
        Breakdown,
        Comparison,
        Figure,
        Line,
        Reason,
        Report,
        Share,
        Source,
        Statement,
    )
    from performance_rules.rules.model import Rule
    from performance_rules.rules.ruleset import RuleSet
    from performance_rules.values.quantity import Amount, Count, Percent

__version__ = "0.1.0"

_HOMES = {
    "checking.result": ("Result", "check"),
    "errors": (
        "PerformanceRulesError",
        "Problem",
        "RegionError",
        "ReportError",
        "RuleFileError",
    ),
    "extraction.documents": ("read",),
    "checking.findings": ("Finding",),
    "report.files": ("load_report",),
    "report.model": (
        "Account",
        "Breakdown",
        "Comparison",
        "Figure",
        "Line",
        "Reason",
        "Report",
        "Share",
        "Source",
        "Statement",
    ),
    "rules.model": ("Rule",),
    "rules.ruleset": ("RuleSet",),
    "values.quantity": ("Amount", "Count", "Percent"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Account",
    "Amount",
    "Breakdown",
    "Comparison",
    "Count",
    "Figure",
    "Finding",
    "Line",
    "Percent",
    "PerformanceRulesError",
    "Problem",
    "Reason",
    "RegionError",
    "Report",
    "ReportError",
    "Result",
    "Rule",
    "RuleFileError",
    "RuleSet",
    "Share",
    "Source",
    "Statement",
    "check",
    "load_report",
    "read",
]


def __getattr__(name: str) -> object:
    """Import a public name from its module when it is first used."""
    if name in _HOME:
        value: object = getattr(import_module(f"performance_rules.{_HOME[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'performance_rules' has no attribute '{name}'")


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted([*__all__, "__version__"])
