"""Classes of what is read off a document: nobody changes an instance, and it is quickly made.

A document becomes thousands of them.  A frozen class of attrs sets each field past its own lock,
which takes three times as long as setting it; here the type checker alone keeps the lock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define, setters

if TYPE_CHECKING:
    from attrs import frozen as fixed
else:
    C = TypeVar("C")

    def fixed(
        cls: type[C] | None = None,
        *,
        eq: bool = True,
        cache_hash: bool = False,
        slots: bool = True,
    ) -> Any:
        """Return a class whose instances compare and hash as those of ``attrs.frozen`` do.

        Args:
            cls: the class.
            eq: whether two instances of equal fields are equal; else each is only itself.
            cache_hash: whether the hash is worked out once.
            slots: whether instances have slots; one with a cached property reads every attribute
                many times as fast without them.
        """
        made = define(
            eq=eq,
            unsafe_hash=eq or None,
            cache_hash=cache_hash,
            slots=slots,
            on_setattr=setters.NO_OP,
        )
        return made if cls is None else made(cls)


__all__ = ["fixed"]
