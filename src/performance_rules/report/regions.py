"""Regions: the code of a region that is given by its name, and the codebook that knows them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from performance_rules.codebook import Codebook, load_codebook
from performance_rules.errors import Message
from performance_rules.lexicon.resources import rules_dir
from performance_rules.report.checks import is_region
from performance_rules.report.problems import Problems, shown

KINDS_OF_REGIONS: Final = ("省", "市", "县", "区", "自治区", "自治州", "自治县")

USE_CODE: Final = Message("请写区划代码，如 440205", "use a GB/T 2260 code such as 440205")
CODE: Final = Message("写区划代码：{codes}", "give the code: {codes}")
NO_REGION: Final = Message(
    "区划代码应是 2、4 或 6 位数字，得到 {value}", "a region code has 2, 4 or 6 digits, got {value}"
)
NO_PROVINCE: Final = Message("没有省级区划 {code}", "no province {code}")


@lru_cache(maxsize=2)
def shipped_codebook(folder: Path | None = None) -> Codebook:
    """Return the codebook that comes with the library."""
    return load_codebook((folder or rules_dir()) / "codebooks")


def codes_called(text: str) -> list[str]:
    """Return the codes of the regions that a name may mean (岳阳, 湖南省), those it fits best."""
    names = shipped_codebook().regions
    for fits in (str.__eq__, _called_after, str.endswith):
        found = [code for code, name in names.items() if fits(name, text)]
        if found:
            return found
    return []


def _called_after(name: str, text: str) -> bool:
    """Whether a region is called so without what it is: 岳阳市, and 韶关市曲江区."""
    return name.startswith(text) and name[len(text) :] in KINDS_OF_REGIONS


def read_region(value: object, path: str, problems: Problems) -> str | None:
    """Return a region code; an integer is read as its digits, a name is refused with its code."""
    text = str(value) if type(value) is int else value
    if isinstance(text, str) and (not text or is_region(text)):
        return text
    if not isinstance(text, str) or not text.isdigit() or len(text) not in (2, 4, 6):
        said, cure = NO_REGION.filled(value=shown(value)), USE_CODE
        codes = codes_called(text) if isinstance(text, str) and not text.isascii() else []
        if codes:
            cure = CODE.filled(
                codes="、".join(f"{c} {shipped_codebook().regions[c]}" for c in codes)
            )
    else:
        said, cure = NO_PROVINCE.filled(code=text[:2]), USE_CODE
    problems.wrong(path, said.zh, said.en, cure)
    return None
