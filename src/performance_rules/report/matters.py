"""What must hold of the matters of a report: each has a name, and none is given twice."""

from __future__ import annotations

from collections.abc import Sequence

from performance_rules.errors import Message
from performance_rules.lexicon.lexicon import plain
from performance_rules.report.lines import Line
from performance_rules.report.problems import Problems


def check_matters(lines: Sequence[Line], path: str, problems: Problems) -> None:
    """Note the matters without a name, and those of one name, body, period and section.

    Args:
        lines: the matters.
        path: where they stand.
        problems: where it is noted.
    """
    first: dict[tuple[str, ...], int] = {}
    for i, line in enumerate(lines):
        if not plain(line.name):
            problems.wrong(f"{path}[{i}]", "事项没有名称", "a matter needs a name")
        elif first.setdefault(line.identity, i) != i:
            title = "·".join(filter(None, line.identity))
            problems.wrong(
                f"{path}[{i}]",
                f"事项“{title}”给了两次（第 {first[line.identity] + 1}、{i + 1} 个）",
                f"the matter '{title}' is given twice",
                Message(
                    "并成一个，一个数可以有几处表述；不是一回事的，写明主体、期间或章节",
                    "make it one, with several statements of a figure; if they are two, say "
                    "whose, of which period or in which section",
                ),
            )
