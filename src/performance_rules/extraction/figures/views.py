"""Clauses that say by what things are divided: 按资金来源，; 从支出用途看，."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.figures.wholewords import WholeWords

VIEWED: Final = re.compile(
    r"(?=[按从分])(?<![\u4e00-\u9fff])(?P<how>[按从分])(?P<what>[^,，。;:()\d]{1,13})(?=[,，:])"
)


def is_view(text: str, begin: int, said: WholeWords) -> bool:
    """Whether a clause that begins at a place says by what things are divided: 从来源看，."""
    match = VIEWED.match(text, begin)
    return match is not None and is_divided(match["how"], match["what"], said)


def is_divided(how: str, what: str, said: WholeWords) -> bool:
    """Whether words say by what things are divided: 从资金来源看, 分县区看, 按用途."""
    name = what.removesuffix("为").removesuffix("看").removesuffix("来").removesuffix("上")
    viewed = name != what  # 分乡镇为:, 从来源看,
    return (viewed or how != "从") and (name.endswith(said.aspects) or (how == "分" and viewed))
