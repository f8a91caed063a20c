"""Whether the topic open around a general head is narrower than the report.

从严控制“三公”经费，全年支出A; 上述项目合计支出B: of what was just spoken of, though the words alone
are those of the whole.
"""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.places import Place
from performance_rules.extraction.reading import Reading
from performance_rules.extraction.scan import Token

_MARKS: Final = "。;"
_NEAR: Final = 200
"""So far back a sentence is looked through."""
_LISTED: Final = re.compile(
    r"(?:上述|以上|上列|前述|重点|各)(?:[\d一二三四五六七八九十两]*[个项]?)(?:重点|主要)?(?:项目|事项|工程|任务|工作)"
    r"|[\d一二三四五六七八九十两]+[个项](?:重点|主要)?(?:项目|工程)"
)
_ITEM: Final = re.compile(
    r"三公.{0,2}经费|机关运行经费|政府采购|会议费|培训费|政府性?基金|国有资本经营"
)
_WHOLE: Final = ("本年支出", "总支出", "支出总", "本年收入", "总收入", "收入总", "年初预算")


def narrower(reading: Reading, phrase: Token, place: Place) -> str:
    """Return what stands before a general head and is narrower than the report; empty if nothing.

    Args:
        reading: the piece that is read.
        phrase: the head with its words.
        place: the line it would be.
    """
    if place.steps or place.item or place.matter or place.side not in ("income", "expenditure"):
        return ""
    text = reading.run.plain
    near = max(0, phrase.start - _NEAR)
    begin = max(near, *(text.rfind(mark, near, phrase.start) + 1 for mark in _MARKS))
    listed = _LISTED.search(text, begin, phrase.start)
    if listed is not None:
        return listed[0]
    if phrase.name in _WHOLE or place.account not in ("", "all_funds"):
        return ""
    said = _ITEM.search(text, begin, phrase.start)
    return said[0] if said is not None else ""
