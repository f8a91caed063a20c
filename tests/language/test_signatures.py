"""The signature of a function says what its check takes and gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

import pytest

from performance_rules.language import types
from performance_rules.language.function import Function
from performance_rules.language.functions import FUNCTIONS
from performance_rules.language.types import Type, figure_of, list_of

ITEMS: Final = (types.TEXT, types.LINE, types.REASON, types.BOOL, types.AMOUNT, types.YEAR)
PLAIN: Final = dict.fromkeys(
    each for each in vars(types).values() if isinstance(each, Type) and each != types.PATTERN
)
GIVEN: Final = (*PLAIN, figure_of("amount"), figure_of("count"), *map(list_of, ITEMS))
"""Types that a function may be given; a pattern of a parameter is given as text."""

KINDS: Final = {
    "text": "文字 模式 同句模式 状态 编码",
    "line": "项 三公项 支出项",
    "number": "数 部分 整体 决算 预算 新 旧 执行 月份 金额 数量 得分 分值 百分数 百分比 单价",
    "rate": "比率",
    "due": "应得分",
    "date": "起 止 日期",
    "year": "年度",
    "column": "栏",
    "comparison": "比较",
    "reason": "原因",
    "breakdown": "分解",
    "account": "口径",
    "report": "报告",
    "bool": "条件 是非",
    "bands": "分段",
    "sheet": "评分表",
    "scale": "扣分办法",
}
"""The types that the words of signatures stand for."""

WORDS: Final = {word: kind for kind, words in KINDS.items() for word in words.split()}
RATES: Final = {"rate", "gap"}
"""A number may be a rate, and a difference of rates, where it says so in words of its own."""

PLAIN_CALLS: Final = [
    function
    for function in dict.fromkeys(FUNCTIONS.values())
    if "x in" not in function.signature and "任意" not in function.signature
]


def name_of(kind: Type) -> str:
    """The name of a type; a figure counts as the number that it states."""
    item = kind.item
    return f"[{name_of(item)}]" if item is not None else kind.name.replace("figure", "number")


def names_of(said: str) -> set[str]:
    """The names of the types that a part of a signature stands for."""
    words = re.split("[、或]", said.rstrip("…"))
    return {f"[{WORDS[w[1:-1]]}]" if w.startswith("[") else WORDS[w] for w in words}


def taken(function: Function) -> Iterator[tuple[list[Type], Type]]:
    """Every combination of types that a function takes, with what it gives."""
    for count in (1, 2, 3):
        for each in product(GIVEN, repeat=count):
            gives = function.check(list(each))
            if isinstance(gives, Type):
                yield list(each), gives


@pytest.mark.parametrize("function", PLAIN_CALLS, ids=lambda function: function.name)
def test_a_signature_says_what_the_check_takes(function: Function) -> None:
    """Each argument is of the types that its word in the signature names, and of no other."""
    arguments, _, gives = function.signature.partition(" → ")
    needed, _, more = arguments[1:-1].partition("[, ")
    said = [*needed.split(", "), *([more.removesuffix("]")] if more else [])]
    known: list[set[str]] = [set() for _ in said]
    counts, given = set(), set()
    for each, result in taken(function):
        counts.add(len(each))
        given.add(name_of(result))
        for i, kind in enumerate(each[: len(known)]):
            known[i].add(name_of(kind))

    for mine, theirs in zip(known, map(names_of, said), strict=True):
        assert mine - RATES == theirs - RATES
    if "…" not in arguments:
        assert counts == ({len(said) - 1, len(said)} if more else {len(said)})
    assert given - RATES <= names_of(gives) | {"number"}
