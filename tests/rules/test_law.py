"""Law: a finding cites what was in force for the year of its report and binds its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.rules.test_shipped import ALL, layers

from performance_rules import Report, RuleFileError, RuleSet, check
from performance_rules.errors import Lang
from performance_rules.lexicon.resources import rules_dir
from performance_rules.outputs.citing import law_in_full
from performance_rules.report.model import KINDS
from performance_rules.rules.law import binding
from performance_rules.rules.model import ABOUT, Basis, LegalDocument

FINAL, BUDGET, WHOLE, PROJECT = "final_accounts", "budget", "self_evaluation", "project_evaluation"
YEARS = range(2014, 2027)

IN_FORCE = {
    "BL": (2015, None),
    "BLR": (2020, None),
    "CY10": (2020, None),
    "CY143": (2016, None),
    "CY53": (2013, None),
    "CY88": (2015, None),
    "DF34": (2018, None),
    "GBT9704": (2012, None),
    "GWJD": (2013, None),
    "HXZB": (2021, None),
    "JGSW": (2012, None),
    "JSBF": (2022, None),
    "JY2013": (2013, 2024),
    "JY2025": (2025, None),
    "MOF-2016检查": (2016, 2017),
    "ZXQY": (2021, None),
    "GD-SGJF": (2023, None),
    "HB-自评表": (2020, None),
    "HN-评分表": (2017, 2018),
    "SC-监控": (2018, None),
}
"""First and last year at whose end a law is in force; written here once more, by hand."""

FROM_NEW_YEAR = {"BL", "JSBF", "ZXQY"}
"""Laws that came into force on a first of January; the others bind budgets a year later."""

TIMELESS = {
    "ARITH", "REP", "REMIND", "GBT15834", "GBT15835", "ZFKM", "JSBB", "HN-岳阳",
    "HN-岳阳自评",
}  # fmt: skip
"""Grounds and papers that hold at any time, or whose time is not known and is said to be so."""

ONLY_FOR = {
    ("BL", "75"): {FINAL},
    ("BL", "第32条、第46条"): {BUDGET},
    ("CY143", None): {FINAL, BUDGET},
    ("MOF-2016检查", None): {FINAL, BUDGET},
    ("JSBF", None): {FINAL},
    ("JSBB", None): {FINAL},
    ("GD-SGJF", None): {FINAL},
    ("CY53", None): {WHOLE, PROJECT},
    ("CY10", "5"): {WHOLE, PROJECT},
    ("CY10", None): {WHOLE, PROJECT, FINAL},
}
"""Kinds of report that a law, or an article of it, is about."""

READ = {("BLR", "5"), ("BLR", "6"), ("CY143", "4"), ("CY10", "5")}
"""Articles that were compared with a copy of the text."""


def wrong(basis: Basis, year: int, kind: str) -> str | None:
    """Return what is wrong with citing a basis to a report, if anything is."""
    for key in ((basis.doc, basis.article), (basis.doc, None)):
        if kind not in ONLY_FOR.get(key, KINDS):
            return f"{basis.doc} {basis.article} is not about a {kind}"
    if basis.doc in TIMELESS:
        return None
    since, until = IN_FORCE[basis.doc]
    if kind == BUDGET and basis.doc not in FROM_NEW_YEAR:
        since += 1
        until = until and until + 1
    return None if since <= year <= (until or 9999) else f"{basis.doc} is not in force in {year}"


def cited(year: int | None, kind: str | None) -> Iterator[tuple[str, tuple[Basis, ...]]]:
    """Yield every rule of every layer with what a finding of it cites."""
    for ruleset, _ in layers():
        in_force, documents = ruleset.in_force(year), ruleset.documents
        for rule in in_force.rules.values():
            yield rule.id, binding(in_force.bases(rule), documents, year, kind, ABOUT)


@pytest.mark.parametrize("kind", KINDS)
def test_no_finding_cites_law_of_another_time_or_kind(kind: str) -> None:
    """Whatever rule fails in whatever year: all it cites was in force and is about its report."""
    found = [
        (rule, year, said)
        for year in YEARS
        for rule, bases in cited(year, kind)
        for said in [wrong(basis, year, kind) for basis in bases] or ["nothing is cited"]
        if said
    ]
    assert found == []


@pytest.mark.parametrize(("year", "kind"), [(None, FINAL), (2023, None), (None, None)])
def test_what_is_not_known_is_not_cited(year: int | None, kind: str | None) -> None:
    """Without a year no dated law is cited, without a kind none of certain kinds."""
    for rule, bases in cited(year, kind):
        assert bases, rule
        for basis in bases:
            assert year is not None or basis.doc in TIMELESS, (rule, basis)
            assert kind is not None or (basis.doc, basis.article) not in ONLY_FOR, (rule, basis)


def test_every_basis_of_a_rule_can_be_cited() -> None:
    """No rule names a law that no report of its years and kinds can ever be told of.

    What stands behind the name of several bases is for the rules of all kinds together.
    """
    for ruleset, rule in ALL:
        named = {b for d in ruleset.documents.values() for b in d.stands_for}
        said = {
            basis
            for year in YEARS
            if (rule.since or 0) <= year <= (rule.until or 9999)
            for kind in rule.kinds or KINDS
            for basis in binding(rule.basis, ruleset.documents, year, kind, ABOUT)
        }
        assert set(rule.basis) - named <= said, rule.id


def test_every_document_is_cited() -> None:
    """No document is listed that no rule, parameter or override goes back to."""
    texts = [path.read_text(encoding="utf-8") for path in (rules_dir() / "cn").rglob("*.toml")]
    cited_ids = {name for text in texts for name in re.findall(r'\bdoc = "([^"]+)"', text)}
    listed = {name for ruleset, _ in layers() for name in ruleset.documents}
    assert listed == cited_ids | {"ACCURATE"}


NO_PAPERS = {"ARITH", "REP", "REMIND"}
"""Grounds that hold by themselves: nobody can read them up."""


def test_a_document_is_to_verify_or_says_where_it_was_read() -> None:
    """Without a status a text was read: then its place and its day are given."""
    for ruleset, _ in layers():
        for document in ruleset.documents.values():
            if document.status is None and document.id not in NO_PAPERS and not document.stands_for:
                assert document.href, document.id
                assert document.read_on, document.id


NATURAL = {"SHR-002-EXPENDITURE": "CY143", "YOY-008": "CY143", "PER-004": "CY53"}
"""Rules whose matter a document names, and the document."""


@pytest.mark.parametrize(("name", "doc"), NATURAL.items(), ids=NATURAL)
def test_a_rule_rests_on_the_document_that_names_its_matter(name: str, doc: str) -> None:
    """Custom and consistency are cited where no document speaks of the matter, and only there."""
    ruleset = RuleSet.for_region(None)
    kind = {"CY143": FINAL, "CY53": WHOLE}[doc]
    cited = binding(ruleset.rules()[name].basis, ruleset.documents, 2023, kind, ABOUT)
    assert doc in {basis.doc for basis in cited}


def test_no_basis_is_passed_off_as_read() -> None:
    """An article that was not compared with its text is marked to-verify."""
    for ruleset, rule in ALL:
        for basis in rule.basis:
            if basis.article is not None and (basis.doc, basis.article) not in READ:
                status = basis.status, ruleset.documents[basis.doc].status
                assert "to-verify" in status, (rule.id, basis)


DOCUMENTS = {
    "REP": LegalDocument("REP", "报告自洽"),
    "OLD": LegalDocument("OLD", "旧条例", since="2013-11-18", until="2025-05-01"),
    "NEW": LegalDocument("NEW", "新条例", since="2025-05-02"),
    "MONTH": LegalDocument("MONTH", "某月的", since="2016-11"),
    "YEAR": LegalDocument("YEAR", "某年的", since="2019", until="2021"),
    "ACCOUNTS": LegalDocument("ACCOUNTS", "决算的", kinds=(FINAL,)),
    "ANY": LegalDocument("ANY", "一直有效的"),
}

BINDING = [
    # the old regulation gives way to the new one during the year
    (Basis("OLD"), 2024, FINAL, True),
    (Basis("OLD"), 2025, FINAL, False),
    (Basis("NEW"), 2024, FINAL, False),
    (Basis("NEW"), 2025, FINAL, True),
    # a budget is drawn up before its year
    (Basis("OLD"), 2025, BUDGET, True),
    (Basis("NEW"), 2025, BUDGET, False),
    (Basis("OLD"), 2026, BUDGET, False),
    (Basis("NEW"), 2026, BUDGET, True),
    # without a kind it must hold on both days
    (Basis("NEW"), 2025, None, False),
    (Basis("NEW"), 2026, None, True),
    # a date that is known by its month or year alone
    (Basis("MONTH"), 2016, FINAL, True),
    (Basis("MONTH"), 2016, BUDGET, False),
    (Basis("MONTH"), 2015, FINAL, False),
    (Basis("YEAR"), 2018, WHOLE, False),
    (Basis("YEAR"), 2019, WHOLE, True),
    (Basis("YEAR"), 2021, WHOLE, True),
    (Basis("YEAR"), 2022, WHOLE, False),
    (Basis("YEAR"), 2019, BUDGET, False),
    # the basis narrows what the document says
    (Basis("OLD", until=2019), 2020, FINAL, False),
    (Basis("OLD", until=2019), 2019, FINAL, True),
    (Basis("OLD", since=2010), 2012, FINAL, False),
    (Basis("ACCOUNTS"), 2020, FINAL, True),
    (Basis("ACCOUNTS"), 2020, WHOLE, False),
    (Basis("ACCOUNTS", kinds=(WHOLE,)), 2020, WHOLE, False),
    (Basis("ANY", kinds=(WHOLE,)), 2020, WHOLE, True),
    (Basis("ANY", kinds=(WHOLE,)), 2020, PROJECT, False),
    (Basis("ANY", kinds=(WHOLE,)), 2020, None, False),
    (Basis("ANY"), None, None, True),
    (Basis("ANY", since=2010), None, FINAL, False),
    (Basis("OLD"), None, FINAL, False),
    (Basis("ANY", about="amount"), 2020, FINAL, True),
    (Basis("ANY", about="count"), 2020, FINAL, False),
    (Basis("ANY", about="by_nature"), 2020, FINAL, False),
]


@pytest.mark.parametrize(("basis", "year", "kind", "binds"), BINDING)
def test_a_law_binds_within_its_dates_and_kinds(
    basis: Basis, year: int | None, kind: str | None, binds: bool
) -> None:
    """In force on the last day of the year, of a budget on the first; of its kind; of its figures.

    Where nothing binds, the bare ground is said with the reason, and nothing is made up.
    """
    (found,) = binding([basis], DOCUMENTS, year, kind, {"amount"})
    assert (found == basis) is binds
    if not binds:
        assert (found.doc, found.article) == ("REP", None)
        assert found.note in ("没有可引的条文", "报告年度不明，未引条文", "文种不明，未引条文")


def laws(year: int | None, kind: str | None, unit: str, rule: str = "SHR-001") -> list[str]:
    """Return what a finding about a wrong share cites, of money or of persons."""
    members = {
        "columns": ["科目", "决算" if unit == "元" else "实有", "占比"],
        "rows": [["甲", f"20{unit}", "30.00%"], ["乙", f"80{unit}", "70.00%"]],
    }
    report: dict[str, object] = {"year": year, "kind": kind}
    if unit == "元":
        report["all_funds"] = {"expenditure": {"final": "100元", "by_function": members}}
    else:
        report["disclosures"] = {"培训": {"actual": f"100{unit}", "members": members}}
    given = {key: value for key, value in report.items() if value is not None}
    found = check(Report.from_dict(given), RuleSet.for_region(None)).findings
    return next(
        [f"{b.doc} {b.article or ''}".strip() for b in f.basis] for f in found if f.rule == rule
    )


CITED = [
    (2023, FINAL, "元", ["ARITH", "BL 75", "CY143 4"]),
    (2023, BUDGET, "元", ["ARITH", "BL 第32条、第46条", "CY143 4"]),
    (2023, WHOLE, "元", ["ARITH"]),
    (2019, WHOLE, "元", ["ARITH"]),
    (2014, FINAL, "元", ["ARITH"]),
    (2015, FINAL, "元", ["ARITH", "BL 75"]),
    (2023, "notice", "元", ["ARITH"]),
    (None, FINAL, "元", ["ARITH"]),
    (2023, None, "元", ["ARITH"]),
    # the article is about money: shares of persons rest on the rest
    (2023, FINAL, "人", ["ARITH", "CY143 4"]),
    (2023, BUDGET, "人", ["ARITH", "CY143 4"]),
]


@pytest.mark.parametrize(("year", "kind", "unit", "expected"), CITED)
def test_a_wrong_share_cites_what_its_report_is_bound_by(
    year: int | None, kind: str | None, unit: str, expected: list[str]
) -> None:
    """The same mistake has another law behind it by year, by kind, and by what is shared out."""
    assert laws(year, kind, unit) == expected


NATURE = ("基本支出", "40元"), ("项目支出", "60元")
FUNCTION = ("教育支出", "40元"), ("卫生健康支出", "60元")


def parts(dimension: str, *rows: tuple[str, str]) -> dict[str, object]:
    """Return a sum that its parts do not make."""
    return {
        "final": "90元",
        dimension: {"columns": ["科目", "决算"], "rows": list(map(list, rows))},
    }


@pytest.mark.parametrize(
    ("report", "article"),
    [
        ({"all_funds": {"expenditure": parts("by_nature", *NATURE)}}, "BLR 5"),
        ({"all_funds": {"expenditure": parts("by_function", *FUNCTION)}}, None),
        ({"three_public": parts("members", *FUNCTION)}, None),
    ],
)
def test_what_expenditure_consists_of_is_cited_where_it_is_divided_so(
    report: dict[str, object], article: str | None
) -> None:
    """A sum of basic and project expenditure has an article of its own; no other sum has it."""
    given = {"year": 2023, "kind": FINAL, **report}
    found = check(Report.from_dict(given), RuleSet.for_region(None)).findings
    (cited,) = [{f"{b.doc} {b.article}" for b in f.basis} for f in found if f.rule == "TOT-001"]
    assert cited & {"BLR 5"} == ({article} if article else set())


SHOWN = [
    (Basis("ANY"), "zh", "一直有效的"),
    (
        Basis("OLD", "7", since=2014, kinds=(FINAL,), about="amount"),
        "zh",
        "旧条例第7条（2014 年起；部门决算；涉及金额的；2013-11-18 起施行；施行至 2025-05-01）",
    ),
    (
        Basis("OLD", until=2019, about="count"),
        "en",
        '"旧条例" (until 2019; for counts; in force from 2013-11-18; in force until 2025-05-01)',
    ),
    (Basis("ACCOUNTS"), "zh", "决算的（部门决算）"),
    (Basis("TEXT"), "en", '"读过的" (text example.org; read 2026-11)'),
]


@pytest.mark.parametrize(("basis", "lang", "expected"), SHOWN)
def test_a_basis_is_shown_with_all_that_bounds_it(basis: Basis, lang: Lang, expected: str) -> None:
    """What rules show prints of a law: whom and when it binds, and where its text was read."""
    read = LegalDocument("TEXT", "读过的", href="example.org", read_on="2026-11")
    assert law_in_full(basis, {**DOCUMENTS, "TEXT": read}, lang) == expected


RULE = """id = "X-01"
title = "演示"
title_en = "demo"
severity = "hint"
each = "f in 各数"
assert = "f >= 0"
message = "{f}"
message_en = "demo"
advice = "请核实"
advice_en = "please check"
why = "演示"
"""
DOCUMENT = '[[document]]\nid = "D"\nname = "某办法"\n'

MISTAKES = {
    'basis = [{ doc = "ARITH", kinds = ["决算书"] }]': "“决算书”不是可取的值",
    'basis = [{ doc = "ARITH", about = "money" }]': "“money”不是可取的值",
    'basis = [{ doc = "ARITH", since = 2020, until = 2019 }]': "since 晚于 until",
    'basis = [{ doc = "ARITH", since = "2020" }]': "“since”应是整数",
    'since = "2020年"': "应写成 2016",
    'since = "2020"\nuntil = "2019"': "since 晚于 until",
    'read_on = "昨天"': "应写成 2016",
    'kinds = ["决算书"]': "“决算书”不是可取的值",
    'status = "checked"': "只能是 to-verify",
    'stands_for = [{ doc = "NONE" }]': "没有登记",
}


@pytest.mark.parametrize(("text", "said"), MISTAKES.items(), ids=list(MISTAKES))
def test_a_mistake_in_a_basis_is_told(tmp_path: Path, text: str, said: str) -> None:
    """Dates, kinds and figures of a basis or a document are checked when they are loaded."""
    basis = text.startswith("basis")
    name, whole = ("X-01", RULE + text) if basis else ("documents", DOCUMENT + text)
    (tmp_path / f"{name}.toml").write_text(whole + "\n", "utf-8")
    with pytest.raises(RuleFileError) as refused:
        RuleSet.for_region(None, extra=[tmp_path])
    assert [p for p in refused.value.problems if said in p.message.zh]


def test_a_name_for_several_bases_gives_way_to_them(tmp_path: Path) -> None:
    """A document that stands for others is never cited itself."""
    stands = 'stands_for = [{ doc = "BL", article = "75", kinds = ["部门决算"] }, { doc = "REP" }]'
    (tmp_path / "documents.toml").write_text(f"{DOCUMENT}{stands}\n", "utf-8")
    (tmp_path / "X-01.toml").write_text(f'{RULE}basis = [{{ doc = "D" }}]\n', "utf-8")
    rule = RuleSet.for_region(None, extra=[tmp_path]).rules()["X-01"]
    assert rule.basis == (Basis("BL", "75", kinds=(FINAL,)), Basis("REP"))
