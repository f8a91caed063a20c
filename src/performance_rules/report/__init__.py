"""Reports as data: the typed model, and the ways in and out of it."""

from performance_rules.report.build import build_report
from performance_rules.report.dump import dump_report
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
from performance_rules.report.schema import report_schema

__all__ = [
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
    "build_report",
    "dump_report",
    "load_report",
    "report_schema",
]
