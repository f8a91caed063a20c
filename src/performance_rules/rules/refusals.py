"""Refusals: what is wrong with whole files of a layer, whatever stands in them."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from attrs import evolve

from performance_rules.errors import Message, Problem
from performance_rules.rules.alike import unseen
from performance_rules.rules.toml import TomlFile


def twice(file: TomlFile, key: str, name: str, other: str) -> Problem:
    """Return that a file gives an id that another one has given."""
    return file.problem(
        (key,), f"“{name}”在 {other} 里已有", f"'{name}' is already given in {other}"
    )


def not_its_own(
    file: TomlFile, path: tuple[str | int, ...], name: str, other: str | None
) -> list[Problem]:
    """Return what is wrong with an id: it holds what nobody sees, or looks like another.

    Args:
        file: the file that gives it.
        path: where it stands there.
        name: the id.
        other: the id that is known and looks like it, if there is one.
    """
    hidden = unseen(name)
    if hidden:
        zh, en = f"编号“{name}”里有看不见的字符 {hidden}", f"the id '{name}' has {hidden}, unseen"
        cure = Message("删去它", "remove it")
        return [file.wrong_value(path, zh, en, cure)]
    return [] if other in (None, name) else [look_alike(file, name, str(other), path)]


def not_plain(file: TomlFile, path: tuple[str | int, ...], name: str) -> list[Problem]:
    """Return that the id of a rule has a sign that may look like another: only ASCII may stand.

    Args:
        file: the file that gives it.
        path: where it stands there.
        name: the id.
    """
    found = _NOT_PLAIN.search(name)
    if found is None:
        return []
    sign, at = found[0], found.start() + 1
    zh = f"规则编号“{name}”的第 {at} 个字“{sign}”（U+{ord(sign):04X}）不能用"
    en = f"sign {at} of the rule id '{name}' is '{sign}' (U+{ord(sign):04X})"
    cure = Message("只用英文字母、数字和“-”", "use the letters A to Z, digits and '-' only")
    return [file.wrong_value(path, zh, en, cure)]


_NOT_PLAIN: Final = re.compile(r"[^A-Za-z0-9-]")


def taken(file: TomlFile, path: tuple[str | int, ...], name: str, other: str) -> Problem:
    """Return that an id is one of a layer above, or cannot be told from it."""
    if other != name:
        return look_alike(file, name, other, path)
    zh, en = f"“{name}”已有，下级不能改", f"'{name}' exists and is not to be given again"
    return file.wrong_value(path, zh, en, Message("另起一个编号", "choose another id"))


def look_alike(
    file: TomlFile, name: str, other: str, path: tuple[str | int, ...] = ("id",)
) -> Problem:
    """Return that an id cannot be told from another one."""
    return file.wrong_value(
        path,
        f"编号“{name}”和已有的“{other}”看起来一样（大小写、全半角或形近字母不同）",
        f"the id '{name}' looks like '{other}', which exists: case, width or letters differ",
        Message("换一个看得出不同的编号", "choose an id that can be told apart"),
    )


def of_the_change(file: TomlFile, problem: Problem, changes: Collection[str]) -> Problem:
    """Return a problem of a changed rule at what changed it, where its own key is not changed.

    Args:
        file: the file of the override.
        problem: what is wrong with the rule after it.
        changes: the keys that the override gives, of which an expression makes names.
    """
    named = next((key for key in ("each", "let") if key in changes), None)
    if problem.place.partition(".")[0] in changes or named is None:
        return problem
    return evolve(problem, span=file.span((named,)))


def not_a_rule_file(file: TomlFile) -> Problem:
    """Return that a file holds nothing that a layer is made of."""
    return Problem(
        Message(
            "不是规则、参数、改动、措辞或规则集文件",
            "no rule, parameter, override, wordings or head",
        ),
        file.name,
        cure=Message(
            "规则有 assert，参数有 values，改动有 rule 和 verb，措辞有 lexicon，"
            "规则集叫 ruleset.toml",
            "a rule has 'assert', a parameter 'values', an override 'rule' and 'verb', "
            "wordings 'lexicon', a rule set the name 'ruleset.toml'",
        ),
    )
