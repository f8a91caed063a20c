"""Heads: what the head of a rule set says of the rules that it is laid over.

Which layers are used follows from the regions; ``extends`` says of which one the writer thought.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from performance_rules.errors import Problem, did_you_mean
from performance_rules.lexicon.resources import rules_dir
from performance_rules.rules.toml import TomlFile, read_toml

HEAD: Final = "ruleset.toml"
"""The file that holds the head."""


def said_in_head(folder: Path, key: str) -> str:
    """Return what the head of a folder says under a key; empty without one."""
    file = read_toml(folder / HEAD) if (folder / HEAD).is_file() else None
    said = file.data.get(key, "") if isinstance(file, TomlFile) else ""
    return said if isinstance(said, str) else ""


@lru_cache(maxsize=1)
def shipped_regions() -> Mapping[str, str]:
    """Return the regions of all shipped rule sets, by their ids."""
    folders = (head.parent for head in sorted((rules_dir() / "cn").rglob(HEAD)))
    return {said_in_head(one, "id"): said_in_head(one, "region") for one in folders}


def wrong_extends(
    file: TomlFile, extends: str, region: str, above: Collection[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the rule set that another one says it is laid over.

    Args:
        file: the head.
        extends: the id of the one below.
        region: the region of the one above; empty where it has none.
        above: the ids that are in use already.
    """
    shipped = shipped_regions()
    if extends not in (*above, *shipped):
        zh, en = f"没有规则集“{extends}”", f"there is no rule set '{extends}'"
        yield file.wrong_value(("extends",), zh, en, did_you_mean(extends, (*above, *shipped)))
    elif region and not region.startswith(significant(shipped.get(extends, ""))):
        zh = f"规则集“{extends}”不是 {region} 上级的"
        en = f"the rule set '{extends}' is of no region above {region}"
        yield file.wrong_value(("extends",), zh, en)


def significant(region: str) -> str:
    """Return a region code without trailing pairs of zeros: 440200 → 4402."""
    while region.endswith("00"):
        region = region[:-2]
    return region
