"""Codes that are spread over columns: 类, 款 and 项 of one row."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from performance_rules.extraction.tables.columns import Column
from performance_rules.extraction.tables.grid import Row
from performance_rules.extraction.tokens.normal import plain_word


@define(eq=False)
class CodeReader:
    """Joins the code cells of each row; a cell that is left out above another is that of before."""

    columns: Sequence[Column]
    levels: list[str] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        """Begin without a code."""
        self.levels = [""] * len(self.columns)

    def read(self, row: Row) -> str:
        """Return the code of a row, empty if it has none."""
        digits = [plain_word(row.text(column.index)) for column in self.columns]
        digits = [text if text.isdigit() else "" for text in digits]
        last = max((i for i, text in enumerate(digits) if text), default=-1)
        code = ""
        for i in range(last + 1):
            if digits[i]:
                self.levels[i : len(digits)] = [digits[i]] + [""] * (len(digits) - i - 1)
            own = self.levels[i]
            whole = len(own) > len(code) and own.startswith(code)
            code = own if whole else code + own.zfill(2)
        return code

    def label(self, row: Row) -> str:
        """Return a name that stands in the columns of the codes: a merged 合计."""
        texts = [row.text(column.index) for column in self.columns]
        return next((text for text in texts if text and not plain_word(text).isdigit()), "")
