"""A batch as it is checked: each report is shown as soon as all before it are."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Final

from attrs import define, field

from performance_rules.cli.writing import columns_of, progress, show
from performance_rules.errors import Lang
from performance_rules.judging.judge import Judged
from performance_rules.outputs import DATA, STREAMED, streamer
from performance_rules.outputs.batch import Batch, Unreadable

_NOWHERE: Final = None
"""It is shown, not written to a file."""


def streams(form: str, reports: int) -> bool:
    """Whether a format of so many reports is shown report by report."""
    return form in STREAMED and reports > 1


@define
class Stream:
    """What of a batch is shown already; the order is that of the arguments.

    Attributes:
        next: the number of the report that is shown next.
        shown: how many were.
    """

    form: str
    lang: Lang
    next: int = field(default=0, init=False)
    shown: int = field(default=0, init=False)

    def take(self, done: Mapping[int, Judged | Unreadable]) -> None:
        """Show the reports that are done, as far as none before them is missing."""
        while self.next in done:
            self._show(done[self.next])
            self.next += 1

    def end(self, done: Mapping[int, Judged | Unreadable], batch: Batch) -> None:
        """Show those that are left, and what is to be said of all of them."""
        for number in sorted(number for number in done if number >= self.next):
            self._show(done[number])
        rows = streamer(self.form)[1](batch, self.lang, columns_of(_NOWHERE))
        show(rows, data=self.form in DATA)

    def _show(self, one: Judged | Unreadable) -> None:
        if isinstance(one, Judged):
            progress("")
            rows = streamer(self.form)[0](one.checked, self.shown, self.lang, columns_of(_NOWHERE))
            show(rows, data=self.form in DATA)
            sys.stdout.flush()  # whoever reads the other end of a pipe need not wait either
            self.shown += 1
