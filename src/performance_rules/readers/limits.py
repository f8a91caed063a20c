"""What a file may cost: limits on reading, the budget that counts them down, and refusals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import define, frozen

from performance_rules.errors import Message, Problem, StoppedError, UnreadableError

MB: Final = 1024 * 1024


@frozen
class Limits:
    """The most that reading one file may take.

    Attributes:
        size: bytes of the file.
        unpacked: bytes of all parts of a zip container together.
        ratio: how many times larger than packed the parts may be, once they are large.
        parts: parts of a zip container.
        pages: pages of a PDF.
        drawing: bytes of instructions that draw one page of it.
        pieces: paragraphs and table cells.
        characters: characters of text.
        memory: bytes of address space that the process that reads may take in addition to what it
            has when it starts.
        seconds: of that process's computing time, but more for many pages or a long text.
        patience: seconds by the clock, for all of it.
    """

    size: int = 50 * MB
    unpacked: int = 256 * MB
    ratio: int = 200
    parts: int = 5_000
    pages: int = 500
    drawing: int = 2 * MB
    pieces: int = 200_000
    characters: int = 1_000_000
    memory: int = 768 * MB
    seconds: int = 7
    patience: int = 120

    def seconds_for(self, characters: int) -> int:
        """Return how many seconds may be computed on a text of so many characters."""
        return self.seconds + self.seconds * characters // 140_000

    def seconds_for_page(self) -> int:
        """Return how many seconds may be computed on a page of a PDF."""
        return self.seconds // 2 + 1


LIMITS: Final = Limits()
"""The limits unless a caller sets others: ten times what the largest real reports take."""


@define
class Budget:
    """What is left of the limits while one file is read."""

    limits: Limits
    pieces: int = 0
    characters: int = 0

    def count(self, pieces: int = 1) -> None:
        """Count paragraphs or cells; raise UnreadableError when there are too many."""
        self.pieces += pieces
        if self.pieces > self.limits.pieces:
            raise too_much("段落和单元格", "paragraphs and cells", self.limits.pieces)

    def read(self, text: str) -> None:
        """Count characters; raise UnreadableError when there are too many."""
        self.characters += len(text)
        if self.characters > self.limits.characters:
            raise too_much("文字", "characters", self.limits.characters)


TOO_MUCH: Final = Message(
    "文件可能已损坏或有恶意；内容确实很多的，请拆成几份",
    "the file may be damaged or hostile; one that really holds that much should be split",
)
"""What to do about a file that takes too much time or memory, or holds too much."""


def refused(zh: str, en: str, cure: Message | None = None) -> UnreadableError:
    """Return the refusal of a file; its name is added by `read_document`."""
    return UnreadableError([Problem(Message(zh, en), cure=cure)])


def stopped(zh: str, en: str, cure: Message | None = TOO_MUCH) -> StoppedError:
    """Return the refusal of a file on which a process of ours failed or was stopped."""
    return StoppedError([Problem(Message(zh, en), cure=cure)])


def too_much(zh: str, en: str, most: int) -> UnreadableError:
    """Return the refusal of a file that holds too much of something."""
    return refused(f"{zh}超过 {most:,}，不予读取", f"more than {most:,} {en}", TOO_MUCH)


def missing(package: str, modules: Iterable[str]) -> UnreadableError:
    """Return the refusal of a format whose optional dependency is not installed."""
    what = "、".join(modules)
    return refused(
        f"读取 {what} 文件需要 {package}，没有安装",
        f"reading {what} needs {package}, which is not installed",
        Message(
            '安装可选依赖：pip install "performance-rules[documents]"',
            'install the extra: pip install "performance-rules[documents]"',
        ),
    )
