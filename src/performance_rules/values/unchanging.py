"""What nobody can change: mappings and plain data that many hold at once.

A rule set is read once in a process and handed to everybody who asks for it.
"""

from __future__ import annotations

import copyreg
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final


def unchanging(held: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """Return a mapping that nobody can change; one that is so already is returned as it is.

    It converts fields of attrs classes, whose own type says what is held.
    """
    return held if type(held) is MappingProxyType else MappingProxyType(dict(held))


def unchanging_data(data: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """Return what a file of TOML or JSON says with tuples for lists, and nothing to be changed."""
    if type(data) is MappingProxyType:
        return data
    return MappingProxyType(
        {key: _all(held) if type(held) in _CHANGING else held for key, held in data.items()}
    )


def _all(held: Any) -> Any:
    if type(held) is dict:
        return unchanging_data(held)
    return tuple([_all(one) if type(one) in _CHANGING else one for one in held])


_CHANGING: Final = frozenset((dict, list))


class Pickled:
    """What a mapping that nobody can change goes by in a pickle, since Python pickles none.

    A class, for the answer of a worker may name classes of ours and no function.
    """

    def __new__(cls, held: dict[Any, Any]) -> MappingProxyType[Any, Any]:  # type: ignore[misc]
        """Return the mapping again."""
        return MappingProxyType(held)


def _mapping(held: MappingProxyType[Any, Any]) -> tuple[Any, ...]:
    return Pickled, (dict(held),)


copyreg.pickle(MappingProxyType, _mapping)
