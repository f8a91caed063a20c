"""What prose tells of a balance that no column holds: 年初结转6.10万元已按规定全部上缴财政.

What opens a year goes on into its spending or into what closes it.  Where a sentence tells of money
that left a balance otherwise, or came to it, the line of the balance keeps that sentence as a note:
the equation of the year cannot be asked for without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.tokens.normal import Run
from performance_rules.report.model import BALANCES

_BALANCE: Final = re.compile("结转|结余|存量资金")
_MOVED: Final = re.compile(
    r"上缴(?!上级)|缴回|交回|退回|收回|追溯|差错更正|划转|划入|划出|"
    "以前年度[^,，。;]{0,12}调整|调整[^,，。;]{0,6}以前年度"
)
_DENIED: Final = re.compile(
    r"(?:未|没有|无|不)(?:发生|存在|涉及|进行|予|被|由|需|应)?[^,，。;]{0,8}\Z"
)
_NOTHING: Final = re.compile(r"[^,，。;\d]{0,12}0(?:\.0+)?[万亿]?元")
_ENDS: Final = re.compile(r"[。;\n]")
_NEAR: Final = 24


def remark_balances(runs: Iterable[Run], draft: Draft) -> None:
    """Keep with the lines of balances the sentences that tell what else became of one.

    Args:
        runs: the paragraphs of the document.
        draft: the report in the making; only lines that have figures are given notes.
    """
    told = tuple(sentence for run in runs for sentence in _told(run.plain))
    for (_, side), line in draft.accounts.items() if told else ():
        if side in BALANCES and line.figures:
            line.notes += told


def _told(text: str) -> list[str]:
    """Return the sentences of a paragraph in which a balance is moved."""
    if _BALANCE.search(text) is None or _MOVED.search(text) is None:
        return []
    return [
        sentence
        for sentence in _ENDS.split(text)
        if _BALANCE.search(sentence) is not None
        and any(
            _DENIED.search(sentence[max(0, moved.start() - _NEAR) : moved.start()]) is None
            and _NOTHING.match(sentence, moved.end()) is None
            for moved in _MOVED.finditer(sentence)
        )
    ]
