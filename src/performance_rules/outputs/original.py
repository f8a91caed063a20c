"""The file that was checked, once more: what comments and highlights are put into."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from performance_rules.errors import Message, PerformanceRulesError, Problem
from performance_rules.outputs.batch import Checked
from performance_rules.outputs.terminal import clean


def bytes_of(one: Checked) -> bytes:
    """Return the bytes of the file that was checked.

    Raises:
        PerformanceRulesError: if it cannot be read again, or is another one by now.
    """
    try:
        data = Path(one.source).read_bytes()
    except OSError as wrong:
        why = wrong.strerror or str(wrong)
        raise refused(one, f"再读时读不了：{why}", f"it cannot be read again: {why}") from None
    if sha256(data).hexdigest() != one.sha256:
        raise refused(
            one, "检查以后文件变了，请重新检查", "it was changed meanwhile: check it again"
        )
    return data


def refused(one: Checked, zh: str, en: str) -> PerformanceRulesError:
    """Return the error that says what is wrong with a file."""
    name = clean(one.source)
    return PerformanceRulesError([Problem(Message(f"{name}：{zh}", f"{name}: {en}"))])
