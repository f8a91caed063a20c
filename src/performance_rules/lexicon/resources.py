"""Where the data shipped with the library lies on disk: the rules, codebooks and lexicons."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import tomli

LEXICONS: Final = "lexicons"
"""The folder of the words, among the rules."""


def lexicon_data(name: str, directory: Path | None = None) -> dict[str, Any]:
    """Return what a file of words holds.

    Args:
        name: the file, without its ending.
        directory: the folder of the rules, by default that of this installation.
    """
    path = (directory or rules_dir()) / LEXICONS / f"{name}.toml"
    return tomli.loads(path.read_text(encoding="utf-8"))


def rules_dir() -> Path:
    """Return the folder of the rules that came with this installation.

    Returns:
        `performance_rules/_rules` of an installed wheel, or `rules` of the checkout when the
        package is used from its source tree (an editable install, or `src` on the path).

    Raises:
        FileNotFoundError: If the package was copied without its data.
    """
    return find_rules(Path(__file__).resolve().parents[1])


def find_rules(package: Path) -> Path:
    """Return the folder of rules that belongs to a package folder.

    Args:
        package: The folder that holds the package's modules.

    Raises:
        FileNotFoundError: If neither of the two known places exists; the message names both.
    """
    shipped = package / "_rules"
    checkout = package.parents[1] / "rules"
    if shipped.is_dir():
        return shipped
    # Only `<checkout>/src/<package>` has rules beside it: a folder that happens to be called
    # "rules" next to somebody's site-packages is not ours.
    if package.parent.name == "src" and checkout.is_dir():
        return checkout
    raise FileNotFoundError(
        f"找不到随软件附带的规则目录：{shipped}（安装包）和 {checkout}（源码目录）都不存在。"
        "请重新安装 performance-rules。"
        " The rules that ship with performance-rules are missing from this installation;"
        " reinstall it."
    )
