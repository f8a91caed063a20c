"""Plainly: what a sentence of a finding says twice, of the wrong thing, or cut short.

The name before a sentence is that of a line of the report: of a total it says that it is one, of
a store what was there at first, of people only what befell them.
"""

from __future__ import annotations

import re
from typing import Final

_TOTAL_TWICE: Final = re.compile("(合计|总计|小计|共计)：(?:合计|总计)(?=写)")
"""A total that is named as one, before the words that say it is one."""

_AT_FIRST: Final = re.compile("(?:年初|期初)(?:库存|结存|存量|结转|结余)?(?=：年初)")
"""The name of what was there at first, before a sentence on what is left at last."""

_PRICE: Final = re.compile("(?:中标|补助)?(?:单价|均价|标准)(?= [0-9][^，]*，单价（标准）)")
"""What is paid for one, in the name of what was bought, before a sentence that names it."""

_COUNTED: Final = re.compile(
    "([\u3400-\u9fff]{2,6})(前后不一：(?:分别|[0-9]+ 处)写 [0-9][0-9.,]*万?(人|户)(?![次均口]))"
)

_MEASURED: Final = "数人户员口量众次"
"""What a name ends in that says itself that people are counted."""


def _with_measure(found: re.Match[str]) -> str:
    """Return what people are told of as a number of them: 受益人数, 在职人数."""
    name, rest, measure = found.groups()
    return f"{name}{rest}" if name[-1] in _MEASURED else f"{name}{measure}数{rest}"


def plainly(told: str) -> str:
    """Return a Chinese sentence with its subject as people would say it."""
    told = _PRICE.sub("", _TOTAL_TWICE.sub(r"\1", told))
    return _COUNTED.sub(_with_measure, _AT_FIRST.sub("", told))
