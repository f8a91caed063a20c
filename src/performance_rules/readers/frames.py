"""The frames in which a process and its workers talk: a length, then a pickled value."""

from __future__ import annotations

import io
import pickle
import struct
from collections.abc import Iterator
from typing import IO, Final

HEAD: Final = struct.Struct(">Q")
"""The length of a frame, before it."""

_PLAIN: Final = frozenset((("datetime", "date"), ("decimal", "Decimal"), ("builtins", "set")))
"""What besides classes of our own an answer may be made of."""


def framed(value: object) -> bytes:
    """Return a value as a frame."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return HEAD.pack(len(data)) + data


def frames(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield what the frames of a stream hold, until it ends."""
    while len(head := stream.read(HEAD.size)) == HEAD.size:
        (size,) = HEAD.unpack(head)
        if len(data := stream.read(size)) < size:
            return
        yield data


class _Plain(pickle.Unpickler):
    """Makes plain data of our own and nothing else: who sent it has just read a hostile file."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if _is_ours(module):  # nothing else may even be imported
            found: object = super().find_class(module, name)
            if isinstance(found, type) and _is_ours(found.__module__):  # not what ours imports
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no plain data")


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] == __name__.partition(".")[0]


def plain(data: bytes) -> object:
    """Return the value of a frame that a worker sent.

    Raises:
        UnpicklingError: if it holds anything but plain data.
    """
    return _Plain(io.BytesIO(data)).load()
