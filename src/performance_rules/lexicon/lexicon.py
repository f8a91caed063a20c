"""The well-known wordings of a report: named items, and denominators as documents word them.

The data stands in ``rules/lexicons``; this module only reads it and answers by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import tomli
from attrs import evolve, field, frozen

from performance_rules.lexicon.reasons import Reasons
from performance_rules.lexicon.reasons import plain as plain
from performance_rules.lexicon.resources import rules_dir
from performance_rules.values.unchanging import unchanging, unchanging_data


@frozen
class Item:
    """A well-known item: its key, its printed names, and the place where the key is understood."""

    key: str
    name: str
    within: str
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The printed name first, then the aliases."""
        return (self.name, *self.aliases)


@frozen(eq=False)
class Lexicon:
    """Items by place, the wordings of denominators, and what makes a reason."""

    items: tuple[Item, ...]
    wholes: Mapping[str, str] = field(converter=unchanging)
    reasons: Reasons = field(factory=Reasons)
    _by_name: Mapping[tuple[str, str], Item] = field(init=False, eq=False, repr=False)
    _words: Mapping[bool, Mapping[str, str]] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Index the items by place and name, and by name alone."""
        by_name: dict[tuple[str, str], Item] = {}
        words: dict[bool, dict[str, str]] = {True: {}, False: {}}
        for item in self.items:
            for name in (item.key, *item.names):
                by_name.setdefault((item.within, plain(name)), item)
                words[item.within == "counts"].setdefault(name, item.key)
        object.__setattr__(self, "_by_name", unchanging(by_name))
        object.__setattr__(self, "_words", unchanging_data(words))

    def item(self, within: str, name: str) -> Item | None:
        """Return the item a key or printed name means at a place, or None."""
        return self._by_name.get((within, plain(name)))

    def keys(self, within: str | None = None) -> dict[str, str]:
        """Return key → name of the items at a place, or of all items."""
        return {i.key: i.name for i in self.items if within is None or i.within == within}

    def words(self, counts: bool) -> Mapping[str, str]:
        """Return key by key or name: of counts, or of everything but counts."""
        return self._words[counts]

    def with_wholes(self, wholes: Mapping[str, str]) -> Lexicon:
        """Return the lexicon with more wordings of denominators; those that are known change."""
        more = {plain(name): line for name, line in wholes.items()}
        return evolve(self, wholes={**self.wholes, **more})

    def whole(self, wording: str) -> str | None:
        """Return the path of the line a denominator's wording means, or None."""
        wording = plain(wording)
        for prefix in ("", "本年", "本年度", "全年", "部门", "本部门"):
            found = self.wholes.get(wording.removeprefix(prefix))
            if found:
                return found
        return None


@lru_cache(maxsize=4)
def shipped_lexicon(directory: Path | None = None) -> Lexicon:
    """Return the lexicon of a rules folder, the shipped one by default."""
    folder = (directory or rules_dir()) / "lexicons"
    items = tomli.loads((folder / "items.toml").read_text(encoding="utf-8"))["item"]
    wholes = tomli.loads((folder / "wholes.toml").read_text(encoding="utf-8"))["whole"]
    reasons = tomli.loads((folder / "reasons.toml").read_text(encoding="utf-8"))
    known = tuple(
        Item(i["key"], i["name"], i["within"], tuple(i.get("aliases", ()))) for i in items
    )
    names = {name for i in known if i.within != "counts" for name in (i.key, *i.names)}
    return Lexicon(
        items=known,
        wholes={plain(name): w["line"] for w in wholes for name in w["names"]},
        reasons=Reasons(reasons, frozenset(map(plain, names))),
    )
