"""The names by which a sentence may call a row of a table.

The row 巡查航道里程 is told as 巡查航道N公里, 航标灯更换 as 更换航标灯N盏, and 发放救生衣 as
发放N件救生衣.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.statements.words import restated_words

_MEASURED: Final = re.compile(
    "(?:里程|长度|面积|数量|总数|总量|人数|人次|户数|个数|次数|场次|份数|规模|任务|情况|数|量)\\Z"
)
_COUNTED: Final = re.compile("(?:人次|人数|户数|场次|批次|份数)\\Z")
"""Behind a verb alone, what its figure is counted in: 培训人次."""
_LEAST: Final = 4
_VERB: Final = 2


@fixed
class Calling:
    """One name of a row.

    Attributes:
        ahead: what of it stands before its figure.
        behind: what of it stands behind its figure; mostly nothing.
        plain: whether it is the name that the row has, but for what is measured of it.
    """

    ahead: str
    behind: str = ""
    plain: bool = False


@lru_cache(maxsize=1024)
def callings(row: str) -> tuple[Calling, ...]:
    """Return the names of a row, its own one first."""
    found = [Calling(row, plain=True)]
    core = _MEASURED.sub("", row)
    if core != row and len(core) >= _LEAST:
        found.append(Calling(core, plain=True))
    elif core != row and _COUNTED.search(row) is not None and _is_verb(core):
        found.append(Calling(core))
    else:
        core = row
    if len(core) >= _LEAST:
        found += [Calling(one) for one in turns(core)]
        if _is_verb(core[:_VERB]):
            found.append(Calling(core[:_VERB], core[_VERB:]))
    return tuple(found)


def turns(name: str) -> list[str]:
    """Return a name of a thing and what is done with it the other way round: 垃圾清运, 清运垃圾."""
    if len(name) == 2 * _VERB:
        return [name[_VERB:] + name[:_VERB]]
    found = []
    if _is_verb(name[-_VERB:]):
        found.append(name[-_VERB:] + name[:-_VERB])
    if _is_verb(name[:_VERB]):
        found.append(name[_VERB:] + name[:_VERB])
    return found


def _is_verb(word: str) -> bool:
    words = restated_words()
    return word in words.deeds or word in words.verbs
