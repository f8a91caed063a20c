"""A shelf: things by key, as many as there is room for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Hashable
from threading import Lock
from typing import Generic, TypeVar

from attrs import define, field

_Kept = TypeVar("_Kept")


@define(eq=False)
class Shelf(Generic[_Kept]):
    """Things by key, as many as there is room for.

    Attributes:
        room: about how many bytes all of them may take.
    """

    room: int
    taken: int = 0
    _things: OrderedDict[Hashable, tuple[_Kept, int]] = field(factory=OrderedDict)
    _lock: Lock = field(factory=Lock)

    def get(self, key: Hashable) -> _Kept | None:
        """Return the thing of a key, which will stay longer now."""
        with self._lock:
            found = self._things.get(key)
            if found is None:
                return None
            self._things.move_to_end(key)
            return found[0]

    def put(
        self, key: Hashable, thing: _Kept, size: int, beside: Collection[Hashable] = ()
    ) -> None:
        """Keep a thing; what was not used for longest goes where there is no room for it.

        Args:
            key: its key.
            thing: the thing.
            size: about how many bytes it takes.
            beside: the keys of what is needed together with it. None of them goes, and where there
                is no room beside them the thing is not kept: else each of many that are asked for
                in turn would drive out the one that is asked for next.
        """
        with self._lock:
            _, before = self._things.pop(key, (None, 0))
            self.taken -= before
            while self._things and self.taken + size > self.room:
                oldest = next(iter(self._things))
                if oldest in beside:
                    return
                self.taken -= self._things.pop(oldest)[1]
            self._things[key] = thing, size
            self.taken += size

    def __len__(self) -> int:
        """Return how many things there are."""
        return len(self._things)
