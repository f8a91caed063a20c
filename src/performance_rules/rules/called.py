"""What a parameter is called: no name, alias or title is one that something else has already.

Rules find a parameter by its alias, so an alias that is given once more would hand a rule above
another value than its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from performance_rules.errors import Message, Problem
from performance_rules.language.typing import RESERVED
from performance_rules.rules.alike import look
from performance_rules.rules.model import Parameter
from performance_rules.rules.toml import TomlFile

_RESERVED: Final = {look(name): name for name in RESERVED}
"""The words of the language, by how they look."""


def names_of(parameters: Iterable[Parameter]) -> dict[str, Parameter]:
    """Return what parameters are called, by how it looks."""
    return {look(name): p for p in parameters for name in (p.id, p.alias, p.title) if name}


def wrongly_called(
    file: TomlFile, parameter: Parameter, taken: Mapping[str, Parameter]
) -> list[Problem]:
    """Return what of a parameter's names another one has, or the language itself.

    Args:
        file: the file of the parameter.
        parameter: the parameter that it makes.
        taken: what the parameters of its layer and of those above are called, by how it looks.
    """
    problems = []
    for key in ("id", "alias", "title"):
        name = file.data.get(key)
        if not isinstance(name, str) or not name:
            continue
        held = taken.get(look(name))
        if held is not None and held.id != parameter.id:
            problems.append(_taken(file, key, name, held))
        elif key == "alias" and look(name) in _RESERVED:
            known = _RESERVED[look(name)]
            zh = f"“{name}”在规则语言里已有意思，不能作别名"
            en = f"'{name}' has a meaning in the language of rules: '{known}'"
            problems.append(file.wrong_value((key,), zh, en))
    return problems


def _taken(file: TomlFile, key: str, name: str, held: Parameter) -> Problem:
    """Return that another parameter is called so."""
    return file.wrong_value(
        (key,),
        f"“{name}”已是参数 {held.id} 的名称（{held.origin}），规则会分不清",
        f"'{name}' is what parameter {held.id} is called ({held.origin})",
        Message("换一个看得出不同的名称", "choose a name that can be told apart"),
    )
