"""The desk: a thread that takes the files that wait, and has workers judge them.

What a file does to its worker, the server does not feel: workers are processes with limits.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Final

from attrs import define, field, frozen

from performance_rules.errors import Lang, Message, PerformanceRulesError, Problem
from performance_rules.judging.deciding import decisions_in
from performance_rules.judging.given import Given
from performance_rules.judging.judge import Wanted, judge
from performance_rules.judging.rulesets import Regions
from performance_rules.outputs import maker
from performance_rules.outputs.batch import Batch, Checked
from performance_rules.readers.limits import LIMITS, Limits
from performance_rules.readers.workers import apart
from performance_rules.rules.chosen import Selection
from performance_rules.rules.model import SEVERITIES
from performance_rules.waivers.model import Decision
from performance_rules.web.cases import Case, Cases, Terms, Upload

_LOG: Final = logging.getLogger(__name__)

FAILED: Final = Message(
    "程序没有能核对这份文件，请稍后再试", "the program could not check this file; try again later"
)
AT_ONCE: Final = 64
"""How many files are given to one set of workers."""


@frozen
class Asked:
    """One file to be judged; its bytes are read where it is judged."""

    name: str
    path: Path
    terms: Terms
    folders: tuple[Path, ...]


def judged(asked: Asked) -> Checked:
    """Return what the check of a file finds: the work of a worker.

    Raises:
        PerformanceRulesError: why it could not be read or checked.
    """
    terms = asked.terms
    wanted = Wanted(Selection(), SEVERITIES[-1], terms.lang, True, terms.decisions)
    report = Given(asked.name, asked.path.read_bytes())
    return judge(_regions(terms.region, terms.year, asked.folders), wanted, report).checked


def decided(file: tuple[str, bytes]) -> tuple[Decision, ...]:
    """Return what was decided in a file: the work of a worker, since the file may be hostile.

    Raises:
        PerformanceRulesError: with everything that is wrong with it.
    """
    name, data = file
    return decisions_in(data, name)


def commented(form: str, lang: Lang, batch: Batch) -> bytes:
    """Return a document with comments: the work of a worker, since the document may be hostile."""
    return maker(form)(batch, lang)


@lru_cache(maxsize=8)
def _regions(region: str | None, year: int | None, folders: tuple[Path, ...]) -> Regions:
    return Regions(region, year, folders)


@define(eq=False)
class Desk:
    """Where files wait until they are judged.

    Attributes:
        folders: folders of rules laid over the shipped ones.
        most: how many workers may run side by side.
        heard: called, in this thread, whenever a file has been judged.
    """

    cases: Cases
    folders: tuple[Path, ...] = ()
    limits: Limits = LIMITS
    most: int = 2
    heard: Callable[[Upload], object] = field(default=id)
    _called: threading.Event = field(factory=threading.Event, init=False)
    _over: threading.Event = field(factory=threading.Event, init=False)

    def start(self) -> None:
        """Begin to take files."""
        threading.Thread(target=self._run, name="desk", daemon=True).start()

    def call(self) -> None:
        """Say that a file is waiting."""
        self._called.set()

    def end(self) -> None:
        """Take no more files, and end the workers."""
        self._over.set()
        self._called.set()

    def _run(self) -> None:
        while not self._over.is_set():
            self._called.wait()
            self._called.clear()
            while waiting := self.cases.waiting()[:AT_ONCE]:
                if self._over.is_set():
                    return
                try:
                    self._judge(waiting)
                except Exception:  # no worker could be started, say: nobody may wait for ever
                    _LOG.exception("the desk failed")
                    self._give_up(waiting)

    def _judge(self, waiting: Sequence[tuple[Case, Upload]]) -> None:
        asked = [Asked(one.name, one.path, case.terms, self.folders) for case, one in waiting]
        with closing(apart(judged, asked, self.limits, most=self.most, copied=False)) as answers:
            for number, answer in answers:
                if self._over.is_set():
                    return
                case, upload = waiting[number]
                self._settle(case, upload, answer)

    def _give_up(self, waiting: Sequence[tuple[Case, Upload]]) -> None:
        """Say of the files that are still waiting that they could not be judged."""
        for case, upload in waiting:
            if upload.state == "waiting":
                self._settle(case, upload, PerformanceRulesError([Problem(FAILED)]))

    def _settle(self, case: Case, upload: Upload, answer: Checked | PerformanceRulesError) -> None:
        try:
            case.settle(upload, answer)
        except OSError:  # the case has been dropped, and its folder with it
            upload.state = "unreadable"
        self.heard(upload)
