"""What people call the things of a report that have no place of their own in its tree."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from performance_rules.errors import Message
from performance_rules.lexicon.lexicon import shipped_lexicon
from performance_rules.report.evaluation import EVALUATION_KINDS, Evaluation
from performance_rules.report.lines import Line
from performance_rules.report.nodes import TERMS, LineNode

SPENT: Final = "支出"
"""What the money of a matter is called."""

SAYS_MONEY: Final = ("支出", "收入", "经费", "资金", "费")
"""How the name of a matter ends that says itself that it is money."""


@lru_cache(maxsize=1 << 10)
def term_name(name: str) -> Message:
    """Return what a column, a count, an account, a side of one, or a dimension is called."""
    chinese = TERMS.get(name) or shipped_lexicon().keys("counts").get(name, name)
    return Message(chinese, name.removeprefix("by_").replace("_", " "))


def form_title(form: Evaluation) -> str:
    """Return what people call a form: “技改”自评表, 整体支出自评表; empty if it has no name."""
    ending = {"goals": "绩效目标表", "monitoring": "监控表"}.get(form.kind or "", "自评表")
    if form.name:
        return f"“{form.name}”{ending}"
    kind = EVALUATION_KINDS.get(form.kind or "", "")
    return f"{kind.removesuffix('绩效目标').removesuffix('运行监控')}{ending}" if kind else ""


def matter_title(matter: Line) -> str:
    """Return the name of a matter, with whose it is and of which period."""
    rest = "，".join(filter(None, (matter.body, matter.period)))
    return f"{matter.name}（{rest}）" if rest else matter.name


def figure_title(line: LineNode, column: str) -> str:
    """Return what people call the figure of a line in a column or of a count."""
    name = term_name(column).zh
    if column == "final" and line.matter:  # a project has expenditure, not a final account
        return line.title if line.name.endswith(SAYS_MONEY) else f"{line.title}·{SPENT}"
    return f"{line.title}·{name}"
