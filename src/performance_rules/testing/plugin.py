"""A pytest plugin: every example of every rule file is a test item with a readable name.

It is registered by an entry point, so ``pytest our-rules/`` works for anybody's folder of rules:
one that has a ``ruleset.toml``, and the folders below it.  Everybody else's tests are left alone:
without such a folder nothing is read, and nothing of this library but this module is imported.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

import pytest

HEAD = "ruleset.toml"
"""The file that makes a folder one of rules; see ``rules.layers``."""

KEYS = frozenset(("id", "name", "region", "extends", "note"))
"""Keys of such a file."""


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.File | None:
    """Collect TOML files of a folder of rules that hold examples."""
    if file_path.suffix != ".toml" or not _of_rules(str(file_path.parent)):
        return None
    from performance_rules.testing.collection import rule_file

    return rule_file(file_path, parent)


@lru_cache(maxsize=4096)
def _of_rules(folder: str) -> bool:
    """Whether a folder is one of rules, or lies below one."""
    if os.path.isfile(os.path.join(folder, HEAD)):
        return _is_head(os.path.join(folder, HEAD))
    above = os.path.dirname(folder)
    return above != folder and _of_rules(above)


def _is_head(path: str) -> bool:
    """Whether a file is the head of a rule set, and not just called so.

    One that is broken is one as well if it has keys of a head: its rules would be passed over, and
    nobody would be told.
    """
    import re

    import tomli

    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            text = file.read()
    except OSError:
        return False
    try:
        keys = set(tomli.loads(text))
    except (ValueError, RecursionError):
        keys = set(re.findall(r"^\s*(\w+)\s*[=＝：:]", text, re.MULTILINE))
    return {"id", "name"} <= keys or len(KEYS & keys) > 1
