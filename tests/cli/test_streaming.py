"""Of a batch each report is shown as soon as it and all before it are checked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from performance_rules.cli import checking, main
from performance_rules.errors import Message, Problem, UnreadableError
from performance_rules.judging.given import Given

NAMES = ("甲.toml", "乙.toml", "丙.toml")


def text(name: str) -> str:
    """Return a typed report of a body called after its file."""
    return (
        f'entity = "{name[0]}县水运局"\nyear = 2022\nkind = "部门决算"\n'
        '[all_funds.expenditure]\nfinal = "10.00元"\n'
        '[all_funds.expenditure.by_nature]\ncolumns = ["科目", "决算"]\n'
        'rows = [["基本支出", "9.00"], ["项目支出", "2.00"]]\n'
    )


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        Path(name).write_text(text(name), encoding="utf-8")


def answers_in(
    order: Sequence[int],
    capsys: pytest.CaptureFixture[str],
    seen: list[str],
    *,
    bad: int | None = None,
    stop: bool = False,
) -> Callable[..., Iterator[tuple[int, Any]]]:
    """Return what gives answers in an order, and notes what was shown after each.

    Args:
        order: the numbers of the reports in the order in which they are done.
        capsys: what is shown.
        seen: where it is noted.
        bad: the report that cannot be read.
        stop: whether somebody interrupts after the answers.
    """

    def apart(
        work: Callable[[Given], Any], reports: Sequence[Given], *_: object, **__: object
    ) -> Iterator[tuple[int, Any]]:
        for number in order:
            if number == bad:
                yield number, UnreadableError([Problem(Message("坏了", "broken"))])
            else:
                yield number, work(reports[number])
            seen.append(capsys.readouterr().out)
        if stop:
            raise KeyboardInterrupt

    return apart


def bodies(shown: str, form: str) -> list[str]:
    """Return whose reports are shown, in their order."""
    if form == "jsonl":
        lines = [json.loads(line) for line in shown.splitlines()]
        return [one["report"]["entity"][0] for one in lines if "report" in one]
    if form == "text":
        return [line[0] for line in shown.splitlines() if line.endswith("县水运局")]
    return list(dict.fromkeys(line[0] for line in shown.splitlines()))


@pytest.mark.parametrize("form", ["text", "concise", "jsonl"])
@pytest.mark.parametrize(
    ("order", "after"),
    [
        ((0, 1, 2), ("甲", "乙", "丙")),
        ((1, 0, 2), ("", "甲乙", "丙")),
        ((2, 1, 0), ("", "", "甲乙丙")),
        ((0, 2, 1), ("甲", "", "乙丙")),
    ],
)
def test_a_report_is_shown_when_those_before_it_are(
    form: str,
    order: Sequence[int],
    after: Sequence[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The order is that of the arguments, whichever is done first; nothing waits needlessly."""
    seen: list[str] = []
    monkeypatch.setattr(checking, "apart", answers_in(order, capsys, seen))
    assert main(["check", *NAMES, "--format", form]) == 1
    assert list(after) == ["".join(bodies(shown, form)) for shown in seen]
    whole = "".join(seen) + capsys.readouterr().out
    main(["check", *NAMES, "--format", form, "-o", "结果.txt"])
    assert whole == Path("结果.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_an_unreadable_report_holds_nobody_up(
    form: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be read is told at the end; those after it are shown at once."""
    seen: list[str] = []
    monkeypatch.setattr(checking, "apart", answers_in((0, 1, 2), capsys, seen, bad=0))
    main(["check", *NAMES, "--format", form])
    assert ["", "乙", "丙"] == ["".join(bodies(shown, form)) for shown in seen]
    assert ("读不了" if form == "text" else "坏了") in capsys.readouterr().out


def test_what_is_done_is_shown_when_somebody_interrupts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each report that is done is shown once, also one whose forerunner never was."""
    seen: list[str] = []
    monkeypatch.setattr(checking, "apart", answers_in((0, 2), capsys, seen, stop=True))
    assert main(["check", *NAMES]) == 130
    told = capsys.readouterr()
    assert "甲丙" == "".join(bodies("".join(seen) + told.out, "text"))
    assert "共 2 份报告" in told.out
    assert "3 份报告中完成 2 份" in told.err


@pytest.mark.parametrize(
    "options", [("--format", "json"), ("--select", "TOT"), ("-o", "结果.txt"), ("--ignore", "X-1")]
)
def test_what_needs_all_reports_waits_for_them(
    options: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One JSON text, a file, and a choice of rules that may not exist are shown as a whole."""
    seen: list[str] = []
    monkeypatch.setattr(checking, "apart", answers_in((0, 1, 2), capsys, seen))
    main(["check", *NAMES, *options])
    assert ["", "", ""] == seen
