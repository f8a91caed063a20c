"""The page of mutants tells how much of each rule its examples hold; no rule falls unnoticed.

The same holds of the words of each parameter, which the examples of all its rules hold together.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import pytest
import tomli
from tests.test_docs import DOCS

from performance_rules.cli.mutating import MutationRequest, scores_of, word_scores_of
from performance_rules.cli.trying import shipped
from performance_rules.rules.model import Equivalent
from performance_rules.testing.examples import ruleset_of
from performance_rules.testing.mutation.trial import FATES, Score
from performance_rules.testing.mutation.wordlists import WordScore

PAGE = DOCS / "mutants.md"
LEAST = 80
"""The percentage that every rule, and every parameter, reaches."""

INTRO = """# 示例管住了多少

每条规则逐点改坏一处，再跑它自己的示例：有示例的结论变了就是**发现**；没有示例管住的是**漏过**；
改后不成规则的不计；**等价**的是任何报告都分辨不了的，理由列在后面。
词语是列表和模式里逐个去掉的词语，另外计数；参数里的词语由用到它的各条规则的示例一起管，
列在规则后面。做法见 [language.md](language.md)，
一条规则漏过了什么由 `performance-rules rules mutate 编号` 列出。

这一页由 `python -m tests.update_docs mutants` 写出，慢测试（`pytest -m slow`）核对：
哪条规则、哪个参数比这里的低，或不到 {least} %，测试就不过。补上示例、改了规则以后，重新写一遍。

{valid} 处变异发现 {killed} 处，占 {percent} %；{rules} 条规则里 {whole} 条全部发现。

“以前”是还没有这样量过的时候（提交 f8b5df21）用同一把尺子量的：
{before_valid} 处变异发现 {before_killed} 处，占 {before_percent} %；空着的是后来加的规则。

| 规则 | 发现 | 漏过 | 不成规则 | 等价 | 发现率 | 以前 | 词语 |
|---|---:|---:|---:|---:|---:|---:|---:|
"""

LISTS = """
## 参数里的词语

参数（列表、模式、评分表）逐条、逐个词去掉，再跑用到它的各条规则的示例。
{of} 个词语发现 {killed} 个，占 {percent} %。

| 参数 | 发现 | 漏过 | 发现率 | 用它的规则 |
|---|---:|---:|---:|---|
"""

BEFORE: Final[Mapping[str, tuple[int, int]]] = tomli.loads(
    (Path(__file__).parent / "mutants_before.toml").read_text(encoding="utf-8")
)
"""How many mutants each rule killed, and how many survived, before they were counted."""


@cache
def scores() -> tuple[Score, ...]:
    """What becomes of the mutants of every shipped rule."""
    return tuple(scores_of(MutationRequest(shipped(), ())))


@cache
def word_scores() -> tuple[WordScore, ...]:
    """What becomes of the words of every shipped parameter."""
    return tuple(word_scores_of(MutationRequest(shipped(), ())))


def word_counts(score: WordScore) -> list[int]:
    """How many words of a parameter are killed, and how many survive."""
    return [sum(fate == one for _, fate in score.words) for one in ("killed", "survived")]


def word_line(score: WordScore) -> str:
    """The row of a parameter."""
    killed, survived = word_counts(score)
    told = [score.parameter, str(killed), str(survived), f"{percent(killed, survived)} %"]
    return f"| {' | '.join([*told, '、'.join(score.rules)])} |"


def lists() -> str:
    """The part of the page on the words of parameters."""
    rows = [word_line(score) for score in word_scores() if score.words]
    killed, survived = map(sum, zip(*map(word_counts, word_scores()), strict=True))
    head = LISTS.format(of=killed + survived, killed=killed, percent=percent(killed, survived))
    return head + "\n".join(rows)


def counts(score: Score) -> list[int]:
    """How many mutants of a rule met each fate, words apart."""
    return [sum(fate == one for _, fate in score.points) for one in FATES]


def percent(killed: int, survived: int) -> str:
    """A percentage with one decimal, never rounded up."""
    tenths = 1000 * killed // (killed + survived) if killed + survived else 1000
    return f"{tenths // 10}.{tenths % 10}"


def line(score: Score) -> str:
    """The row of a rule."""
    killed, survived, invalid, equivalent = counts(score)
    held = sum(fate == "killed" for _, fate in score.words)
    words = f"{held}/{len([fate for _, fate in score.words if fate in ('killed', 'survived')])}"
    told = [killed, survived, invalid, equivalent, f"{percent(killed, survived)} %"]
    told.append(f"{percent(*BEFORE[score.rule])} %" if score.rule in BEFORE else "")
    cells = [score.rule, *map(str, told), words if score.words else ""]
    return f"| {' | '.join(cells)} |"


def reasons() -> dict[str, tuple[Equivalent, ...]]:
    """The mutants that rules say are equivalent, by rule."""
    found: dict[str, tuple[Equivalent, ...]] = {}
    heads = sorted(head.parent for folder in shipped() for head in folder.rglob("ruleset.toml"))
    for folder in heads:
        rules = ruleset_of(folder).rules().values()
        found |= {rule.id: rule.equivalent for rule in rules if rule.equivalent}
    return dict(sorted(found.items()))


def page() -> str:
    """The page as it should be."""
    sums = [sum(column) for column in zip(*map(counts, scores()), strict=True)]
    before = [sum(column) for column in zip(*BEFORE.values(), strict=True)]
    text = INTRO.format(
        least=LEAST,
        before_killed=before[0],
        before_valid=sum(before),
        before_percent=percent(*before),
        killed=sums[0],
        valid=sums[0] + sums[1],
        percent=percent(sums[0], sums[1]),
        rules=len(scores()),
        whole=sum(counts(score)[1] == 0 for score in scores()),
    )
    rows = [line(score) for score in scores()]
    why = [
        f"- {rule}：`` {entry.mutant} ``：{entry.why}"
        for rule, entries in reasons().items()
        for entry in entries
    ]
    return text + "\n".join([*rows, lists(), "", "## 等价的变异", "", *why]) + "\n"


def told(text: str) -> dict[str, tuple[int, int]]:
    """How many mutants of each rule, or words of each parameter, a page says fare how."""
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| ")]
    return {r[0].strip(): (int(r[1]), int(r[2])) for r in rows if r[1].strip().isdigit()}


def fallen(found: Mapping[str, tuple[int, int]]) -> list[str]:
    """Which rules or parameters hold less than the page says, or less than the least."""
    before = told(PAGE.read_text(encoding="utf-8"))
    out = []
    for name, (killed, survived) in found.items():
        was, lost = before.get(name, (LEAST, 100 - LEAST))
        less = killed * (was + lost) < was * (killed + survived)
        if less or survived * LEAST > killed * (100 - LEAST):
            out.append(name)
    return out


@pytest.mark.slow
def test_no_rule_holds_less_than_the_page_of_mutants_says() -> None:
    """Of no rule do the examples hold less than the page says, or less than the least."""
    found = {score.rule: (counts(score)[0], counts(score)[1]) for score in scores()}
    assert not fallen(found), "add examples: see rules mutate"


@pytest.mark.slow
def test_no_parameter_holds_less_than_the_page_of_mutants_says() -> None:
    """Of no parameter do the examples hold fewer words than the page says, or than the least."""
    found = {one.parameter: (word_counts(one)[0], word_counts(one)[1]) for one in word_scores()}
    assert not fallen(found), "add examples of these words: see rules mutate"


@pytest.mark.slow
def test_the_page_is_true() -> None:
    """The page is what `python -m tests.update_docs mutants` writes."""
    assert PAGE.read_text(encoding="utf-8") == page()
