"""The problems met while a report is read: noted with their paths, raised together at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import define, field

from performance_rules.errors import Message, Problem, did_you_mean

_SHOWN = 60
_CURED = 100  # a file with more unknown keys than this is not a report with slips of the pen


@define
class Problems:
    """A list of problems, and the ways in which a reader adds to it."""

    found: list[Problem] = field(factory=list)

    def wrong(self, path: str, zh: str, en: str, cure: Message | None = None) -> None:
        """Note one problem at a path."""
        self.found.append(Problem(Message(zh, en), place=path, cure=cure))

    def unknown(self, key: str, path: str, known: Iterable[str]) -> None:
        """Note a key that means nothing in the table at ``path``, with the nearest right one."""
        cure = did_you_mean(key, known) if len(self.found) < _CURED else None
        self.wrong(join(path, key), f"不认识的键“{key}”", f"unknown key '{key}'", cure)

    def table(self, value: object, path: str) -> dict[str, object]:
        """Return a table; anything else is noted and read as an empty one."""
        if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
            return dict(value)
        self.wrong(
            path,
            f"这里应是一张表（键 = 值），得到 {shown(value)}",
            f"expected a table of keys and values, got {shown(value)}",
        )
        return {}

    def fields(self, value: object, path: str, known: Mapping[str, str]) -> dict[str, object]:
        """Return a table of ``known`` keys only, in English; other keys are noted."""
        out: dict[str, object] = {}
        for key, item in self.table(value, path).items():
            if key not in known:
                self.unknown(key, path, known)
                continue
            self.put(out, known[key], item, join(path, key))
        return out

    def put(self, table: dict[str, object], name: str, item: object, path: str) -> None:
        """Add an entry to a table; a name given twice is noted."""
        if name in table:
            key = path.rpartition(".")[2]
            self.wrong(path, f"“{key}”给了两次", f"'{key}' is given twice ({name})")
        table[name] = item


def join(path: str, key: str) -> str:
    """Return the path of a key in the table at ``path``."""
    return f"{path}.{key}" if path else key


def shown(value: object) -> str:
    """Return a value for a message, shortened."""
    try:
        text = repr(value)
    except (ValueError, RecursionError):  # an int of thousands of digits; a list in itself
        text = f"<{type(value).__name__}>"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
