"""The codebook: what a code was called when, what a name means, which accounts a sentence names."""

from __future__ import annotations

import pickle
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance_rules.codebook import (
    KINDS,
    Codebook,
    CodebookError,
    Entry,
    Kind,
    NameStatus,
    load_codebook,
    normalise,
)

SHIPPED = Path(__file__).parents[2] / "rules" / "codebooks"
BOOK = load_codebook(SHIPPED)
NAMED = [pytest.param(entry, id=f"{entry.code}-{entry.name}") for entry in BOOK.entries]


def codes(entries: tuple[Entry, ...]) -> list[str]:
    """The codes of some entries."""
    return [entry.code for entry in entries]


def mentioned(
    text: str, kinds: tuple[Kind, ...] = KINDS, *, year: int | None = 2021, bare: bool = False
) -> list[tuple[str, str]]:
    """The codes named in a text, each with the words that name it."""
    found = BOOK.mentions(text, kinds, year=year, bare=bare)
    return [(entry.code, text[start:end]) for entry, start, end in found]


# ── codes and years ──


@pytest.mark.parametrize(
    ("kind", "code", "year", "name"),
    [
        ("functional", "215", 2013, "资源勘探电力信息等事务"),
        ("functional", "215", 2014, "资源勘探信息等支出"),
        ("functional", "215", 2019, "资源勘探信息等支出"),
        ("functional", "215", 2020, "资源勘探工业信息等支出"),
        ("functional", "215", 2021, "资源勘探工业信息等支出"),
        ("functional", "207", 2013, "文化体育与传媒"),
        ("functional", "207", 2018, "文化体育与传媒支出"),
        ("functional", "207", 2019, "文化旅游体育与传媒支出"),
        ("functional", "210", 2018, "医疗卫生与计划生育支出"),
        ("functional", "210", 2019, "卫生健康支出"),
        ("functional", "220", 2018, "国土海洋气象等支出"),
        ("functional", "220", 2019, "自然资源海洋气象等支出"),
        ("functional", "224", 2018, None),
        ("functional", "224", 2019, "灾害防治及应急管理支出"),
        ("functional", "211", 2010, "环境保护"),
        ("functional", "211", 2011, "节能环保"),
        ("functional", "211", 2014, "节能环保支出"),
        ("functional", "20805", 2019, "行政事业单位离退休"),
        ("functional", "20805", 2020, "行政事业单位养老支出"),
        ("functional", "299", 2021, None),
        ("economic", "30311", 2017, "住房公积金"),
        ("economic", "30311", 2018, None),
        ("economic", "30311", 2020, "代缴社会保险费"),
        ("economic", "30113", 2017, None),
        ("economic", "30113", 2018, "住房公积金"),
        ("economic", "30104", 2017, "社会保障缴费"),
        ("economic", "30104", 2018, None),
        ("economic", "30217", 2016, "公务接待费"),
        ("economic", "30217", 2024, "公务接待费"),
        ("economic", "310", 2017, "其他资本性支出"),
        ("economic", "310", 2018, "资本性支出"),
        ("economic", "39906", 2020, "赠与"),
        ("economic", "39906", 2021, None),
        ("economic", "39909", 2021, "经常性赠与"),
        ("income", "reserves_used", 2018, "用事业基金弥补收支差额"),
        ("income", "reserves_used", 2019, "使用非财政拨款结余"),
        ("income", "state_capital", 2019, None),
    ],
)
def test_a_code_has_the_name_of_its_year(
    kind: Kind, code: str, year: int, name: str | None
) -> None:
    """Names change with the fiscal year, and a code may not exist in every year."""
    assert name == BOOK.name(kind, code, year)
    assert (name is None) == (BOOK.entry(kind, code, year) is None)


def test_a_code_that_changed_its_meaning_is_two_entries() -> None:
    """30311 was the housing fund and is now something else: without a year, the latest meaning."""
    expected = ["代缴社会保险费", "住房公积金"]
    entries = [BOOK.entry("economic", "30311", year) for year in (None, 2017)]

    assert expected == [entry.name for entry in entries if entry]


@pytest.mark.parametrize(
    ("kind", "code", "level", "parent"),
    [
        ("functional", "208", "类", ""),
        ("functional", "20805", "款", "208"),
        ("functional", "2080505", "项", "20805"),
        ("economic", "302", "类", ""),
        ("economic", "30217", "款", "302"),
        ("income", "opening", None, ""),
    ],
)
def test_the_length_of_a_code_gives_level_and_parent(
    kind: Kind, code: str, level: str | None, parent: str
) -> None:
    """Three digits are a 类, five a 款, seven an 项; a code that is a word has no level."""
    entry = BOOK.entry(kind, code)

    assert entry is not None
    assert (level, parent) == (entry.level, entry.parent)


def test_the_economic_classification_is_described_since_2018() -> None:
    """About earlier years the economic codebook proves nothing; the others have no such limit."""
    limits = [(kind, year) for kind in KINDS for year in (2017, 2018)]
    expected: list[tuple[Kind, int]] = [("economic", 2017)]

    assert expected == [limit for limit in limits if not BOOK.describes(*limit)]


# ── names ──


@pytest.mark.parametrize("entry", NAMED)
def test_every_entry_is_found_by_every_name_it_has(entry: Entry) -> None:
    """A valid name finds exactly its entry under its parent; an alias is recognised, not valid."""
    for name, since, until in entry.spans():
        for year in {since or until, until if until < 9999 else max(since, 2024)}:
            found = BOOK.find(entry.kind, name, year=year, parent=entry.parent)
            assert (entry,) == found
            status = BOOK.status_of_name(entry.kind, name, year, parent=entry.parent)
            assert status == "valid"
    for alias in entry.aliases:
        year = max(entry.since or 0, 2021)
        assert entry in BOOK.find(entry.kind, alias, year=year, parent=entry.parent)
        status = BOOK.status_of_name(entry.kind, alias, year, parent=entry.parent)
        assert status == "alias"


@pytest.mark.parametrize(
    ("kind", "text", "year", "parent", "expected"),
    [
        ("economic", "公务用车购置", 2021, None, ["30913", "31013"]),
        ("economic", "公务用车购置", 2021, "310", ["31013"]),
        ("economic", "资本金注入", 2021, None, ["31101", "31201"]),
        ("economic", "其他对企业补助", 2021, "312", ["31299"]),
        ("economic", "其他支出", 2021, None, ["399", "39999"]),
        ("economic", "其他支出", 2021, "", ["399"]),
        ("economic", "其他支出", 2021, "399", ["39999"]),
        ("functional", "其他支出", 2021, None, ["229"]),
        ("functional", "其它支出", 2021, None, ["229"]),
        ("functional", "住房公积金", 2021, "221", ["2210201"]),
        ("functional", "住房公积金", 2021, "208", []),
        ("economic", "住房公积金", 2021, None, ["30113"]),
        ("economic", "住房公积金", 2017, None, ["30311"]),
        ("economic", "住房公积金", None, None, ["30113"]),
        # 31099 has the name now, 310 only had it once
        ("economic", "其他资本性支出", 2021, None, ["31099"]),
        ("economic", "其他资本性支出", 2016, None, ["310"]),
        ("functional", "资源勘探信息等支出", 2021, None, ["215"]),
        ("functional", "资源勘探信息等支出", None, None, ["215"]),
        ("income", "上年结转", 2021, None, ["opening"]),
        ("functional", "没有这个科目", 2021, None, []),
        ("functional", "", 2021, None, []),
    ],
)
def test_a_name_that_several_entries_share_is_narrowed_by_parent_and_year(
    kind: Kind, text: str, year: int | None, parent: str | None, expected: list[str]
) -> None:
    """309/310 and 311/312 share names: the parent decides; the best kind of match goes first."""
    assert expected == codes(BOOK.find(kind, text, year=year, parent=parent))


@pytest.mark.parametrize(
    ("kind", "text", "year", "status"),
    [
        ("functional", "资源勘探工业信息等支出", 2021, "valid"),
        ("functional", "资源勘探工业信息等支出", 2019, "future"),
        ("functional", "资源勘探信息等支出", 2019, "valid"),
        ("functional", "资源勘探信息等支出", 2021, "former"),
        ("functional", "医疗卫生支出", 2021, "former"),
        ("functional", "医疗卫生支出", 2013, "alias"),
        ("functional", "灾害防治及应急管理支出", 2018, "future"),
        ("functional", "商业服务业支出", 2021, "alias"),
        ("functional", "卫生健康", 2021, "alias"),
        ("functional", "卫生健康支出（类）", 2021, "valid"),
        ("functional", "行政事业单位离退休(款)", 2021, "former"),
        ("functional", "农业支出", 2021, "unknown"),
        ("economic", "因公出国（境）费用", 2021, "valid"),
        ("economic", "因公出国(境)费用", 2021, "valid"),
        ("economic", "因公 出国（境） 费用", 2021, "valid"),
        ("economic", "因公出国(境)费", 2021, "alias"),
        ("economic", "因公出国费用", 2021, "alias"),
        ("economic", "维修(护)费", 2021, "valid"),
        ("economic", "维修费", 2021, "alias"),
        ("economic", "维修护费", 2021, "alias"),
        ("economic", "基本工资支出", 2021, "alias"),
        ("economic", "代缴社会保险费", 2019, "future"),
        ("economic", "社会保障缴费", 2021, "former"),
        # before 2018 little is known of this classification
        ("economic", "基本工资", 2016, "unknown"),
    ],
)
def test_a_name_is_valid_only_in_its_years(
    kind: Kind, text: str, year: int, status: NameStatus
) -> None:
    """Valid, another way of writing, no longer, not yet, or not known at all."""
    assert status == BOOK.status_of_name(kind, text, year)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("因公出国（境）费用", "因公出国(境)费用"),
        (" 办 公　费\n", "办公费"),
        ("住房公积金（项）", "住房公积金"),
        ("维修（护）费", "维修(护)费"),
        ("３０２１７", "30217"),
        ("⼯会经费", "工会经费"),
        ("教育支出", "教育支出"),
    ],
)
def test_how_a_name_is_written_makes_no_other_name(text: str, expected: str) -> None:
    """Width of brackets, spaces, level marks and look-alike characters do not make a name."""
    assert expected == normalise(text)


# ── three-public items and regions ──


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("overseas", ("30212",)),
        ("vehicle", ("31013", "30913", "30231")),
        ("vehicle.purchase", ("31013", "30913")),
        ("vehicle.running", ("30231",)),
        ("reception", ("30217",)),
        ("meetings", ()),
    ],
)
def test_three_public_items_have_their_economic_codes(key: str, expected: tuple[str, ...]) -> None:
    """Buying a vehicle is booked under two classes; 其他交通费用 belongs to no item."""
    assert expected == BOOK.three_public(key)


@pytest.mark.parametrize(
    ("code", "expected"),
    [("000000", "全国"), ("440205", "韶关市曲江区"), ("999999", None)],
)
def test_only_a_listed_region_has_a_name(code: str, expected: str | None) -> None:
    """A listed region has its name, an unlisted one has none."""
    assert expected == BOOK.region_name(code)


# ── mentions ──


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教育支出增加", [("205", "教育支出")]),
        # never inside a longer name, whatever its kind
        ("邮电费减少", [("30207", "邮电费")]),
        ("公务用车购置及运行维护费为零", []),
        ("公务用车购置费为零", [("31013", "公务用车购置费"), ("30913", "公务用车购置费")]),
        ("机关事业单位职业年金缴费支出", [("2080506", "机关事业单位职业年金缴费支出")]),
        ("其他商品和服务支出增长", [("30299", "其他商品和服务支出")]),
        ("资本性支出（基本建设）下降", [("309", "资本性支出（基本建设）")]),
        ("资本性支出（设备更新）下降", [("310", "资本性支出")]),
        # 其他 makes it another title
        ("其他商业服务业等支出", []),
        ("用于其它差旅费", []),
        ("商业服务业支出（其他涉外发展服务支出）",
         [("216", "商业服务业支出"), ("2160699", "其他涉外发展服务支出")]),
        # former names name the entry of today; an entry that has ended is not of the year
        ("资源勘探信息等支出", [("215", "资源勘探信息等支出")]),
        ("医疗卫生支出", [("210", "医疗卫生支出")]),
        ("住房公积金上调", [("2210201", "住房公积金"), ("30113", "住房公积金")]),
        # as printed: spaces, line ends, brackets of either width, look-alike characters
        ("因公出国\n（境) 费用", [("30212", "因公出国\n（境) 费用")]),
        ("⼯会经费", [("30228", "⼯会经费")]),
        ("差旅费、会议费和差旅费", [("30211", "差旅费"), ("30215", "会议费"), ("30211", "差旅费")]),
        ("区卫生健康局调整机构", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_sentence_mentions_what_it_names_by_the_longest_known_name(
    text: str, expected: list[tuple[str, str]]
) -> None:
    """A sentence mentions what it names by the longest known name, and nothing within it."""
    assert expected == mentioned(text)


@pytest.mark.parametrize(
    ("kinds", "year", "expected"),
    [
        (("economic",), 2021, ["30113"]),
        (("economic",), 2017, ["30311"]),
        (("economic",), None, ["30113", "30311"]),
        (("functional",), 2021, ["2080506", "2210201"]),
        (("income",), 2021, []),
    ],
)
def test_mentions_can_be_limited_to_kinds_and_years(
    kinds: tuple[Kind, ...], year: int | None, expected: list[str]
) -> None:
    """The name of a kind not asked for still hides the shorter name inside it: 职业年金缴费."""
    text = "机关事业单位职业年金缴费支出和住房公积金"

    assert expected == [code for code, _ in mentioned(text, kinds, year=year)]


@pytest.mark.parametrize(
    ("bare", "expected"), [(False, []), (True, [("205", "教育"), ("210", "卫生健康")])]
)
def test_bare_mentions_are_on_request(bare: bool, expected: list[tuple[str, str]]) -> None:
    """Without 支出 the name of a 类 is part of many words, so the caller has to ask for it."""
    assert expected == mentioned("教育、卫生健康和其他投入加大", bare=bare)


NAMES = sorted({name for entry in BOOK.entries for name, _, _ in entry.spans()})


@given(
    st.lists(st.sampled_from([*NAMES, "其他", "增加", "，", " ", "（", "境）", "费"]), max_size=12)
)
def test_mentions_never_overlap_and_point_at_a_name(parts: list[str]) -> None:
    """Every stretch is, but for spaces and 支出, a name of its entry; two stretches never meet."""
    text = "".join(parts)
    found = BOOK.mentions(text)
    stretches = sorted({(start, end) for _, start, end in found})

    assert all(one[1] <= two[0] for one, two in pairwise(stretches))
    for entry, start, end in found:
        named = [
            named
            for year in (2010, 2013, 2017, 2019, None)
            for named in BOOK.find(entry.kind, text[start:end], year=year)
        ]
        booked = {code for item in BOOK.items for code in item.codes}
        assert entry in named or entry.code in booked
        assert not text[:start].endswith("其他")


@given(st.data())
def test_a_name_is_found_however_it_is_spaced(data: st.DataObject) -> None:
    """Spaces and the width of brackets never hide a mention, and positions are the text's own."""
    name = data.draw(st.sampled_from(NAMES).filter(lambda name: name.endswith("支出")))
    gaps = data.draw(st.lists(st.sampled_from(["", " ", "　", "\n"]), min_size=len(name)))
    printed = "".join(char + gap for char, gap in zip(name, gaps, strict=False)).rstrip()
    printed = printed.replace("（", data.draw(st.sampled_from("（(")))

    found = BOOK.mentions(f"因 {printed} 增加")

    assert {(2, 2 + len(printed))} == {(start, end) for _, start, end in found}


# ── files ──

GOOD = {
    "functional": '[[entry]]\ncode = "229"\nname = "其他支出"',
    "economic": '[[entry]]\ncode = "302"\nname = "商品和服务支出"\n'
    '[[entry]]\ncode = "30217"\nname = "公务接待费"',
    "income": '[[entry]]\ncode = "other"\nname = "其他收入"',
    "three_public": '[[entry]]\nkey = "reception"\nname = "公务接待费"\ncodes = ["30217"]',
    "regions": '[[entry]]\ncode = "000000"\nname = "全国"',
}


def written(directory: Path, **files: str) -> Path:
    """A codebook on disk: small and sound but for the given files."""
    for stem, text in (GOOD | files).items():
        (directory / f"{stem}.toml").write_text(text, encoding="utf-8")
    return directory


def problems_of(directory: Path) -> tuple[str, ...]:
    """What loading a broken codebook reports."""
    with pytest.raises(CodebookError) as caught:
        load_codebook(directory)
    return caught.value.problems


def test_a_small_codebook_loads(tmp_path: Path) -> None:
    """The files the following tests break are sound before; an editor's byte-order mark is too."""
    book = load_codebook(written(tmp_path, regions="\ufeff" + GOOD["regions"]))

    expected = ["229", "302", "30217", "other"]

    assert expected == codes(book.entries)


ENTRY = '[[entry]]\ncode = "229"\nname = "其他支出"\n'


@pytest.mark.parametrize(
    ("stem", "text", "parts"),
    [
        (
            "functional",
            '[[entry]]\ncode = "22"\nname = "甲"',
            ("第 1 条（22 甲）", "3、5、7 位数字"),
        ),
        ("economic", '[[entry]]\ncode = "3010101"\nname = "甲"', ("3、5 位数字",)),
        ("functional", '[[entry]]\ncode = "２２９"\nname = "甲"', ("位数字",)),
        ("functional", '[[entry]]\ncode = 229\nname = "甲"', ("code = 229", "加引号")),
        ("functional", '[[entry]]\ncode = "20801"\nname = "甲"', ("没有它所属的类 208",)),
        ("functional", '[[entry]]\ncode = "229"', ("缺少 name",)),
        ("functional", '[[entry]]\ncode = "229"\nname = " "', ("name = ' '", "不能为空")),
        ("functional", ENTRY + "since = 2021\nuntil = 2020", ("2021 晚于终止年度 2020",)),
        ("functional", ENTRY + 'since = "2021"', ("since = '2021'", "不加引号")),
        ("functional", ENTRY + "until = true", ("until = True",)),
        ("functional", ENTRY + 'status = "ok"', ("status = 'ok'", "to-verify")),
        ("functional", ENTRY + 'aliases = "甲"', ("aliases = '甲'", "方括号")),
        ("functional", ENTRY + 'alias = ["甲"]', ("不认识的键“alias”", "aliases")),
        ("functional", ENTRY + 'former = [{ name = "甲" }]', ("former：缺少 until",)),
        ("functional", ENTRY + 'former = [{ name = "甲", util = 2013 }]', ("不认识的键“util”",)),
        (
            "functional",
            ENTRY + 'since = 2013\nformer = [{ name = "甲", until = 2013 }]',
            ("2013 年度起的编码与（229 其他支出）重复",),
        ),
        ("functional", ENTRY + ENTRY, ("第 2 条", "编码与（229 其他支出）重复")),
        (
            "functional",
            ENTRY + '[[entry]]\ncode = "230"\nname = "其他 支出"\nsince = 2015',
            ("2015 年度起的名称与（229 其他支出）重复",),
        ),
        ("functional", "since = 2018", ("functional.toml：缺少 entry",)),
        ("functional", "entry = 1", ("entry = 1", "[[entry]]")),
        ("functional", '[[entry]]\ncode = "229\nname = 1', ("TOML 写法有误", "line 2")),
        ("income", '[[entry]]\ncode = "其他"\nname = "其他收入"', ("英文键",)),
        ("three_public", '[[entry]]\nkey = "a"\nname = "甲"\ncodes = ["30299"]', ("没有 30299",)),
        ("three_public", '[[entry]]\nkey = "a"\nname = "甲"', ("codes 与 parts",)),
        ("three_public", '[[entry]]\nkey = "a"\nname = "甲"\nparts = ["b"]', ("“b”不是有 codes",)),
        ("three_public", GOOD["three_public"] + "\n" + GOOD["three_public"], ("key 重复",)),
        ("regions", '[[entry]]\ncode = "4402"\nname = "韶关市"', ("6 位数字",)),
        ("regions", GOOD["regions"] + "\n" + GOOD["regions"], ("代码重复",)),
    ],
)
def test_a_bad_file_is_refused_with_place_and_cure(
    tmp_path: Path, stem: str, text: str, parts: tuple[str, ...]
) -> None:
    """A problem names the file and the entry, and says what is expected."""
    problems = problems_of(written(tmp_path, **{stem: text}))

    assert any(all(part in problem for part in (f"{stem}.toml", *parts)) for problem in problems)


def test_all_problems_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    """One run shows everything there is to mend, also in files that cannot be read at all."""
    directory = written(
        tmp_path,
        functional='[[entry]]\ncode = "2"\nname = "甲"\nnote = ""\n[[entry]]\nname = "乙"',
        economic=GOOD["economic"] + "\nsince = 2030\nuntil = 2020\nstatus = 1",
        income="[[entry]",
    )
    (directory / "three_public.toml").write_bytes("甲".encode("gb18030"))
    (directory / "regions.toml").unlink()

    expected = [
        "functional.toml 第 1 条（2 甲）：不认识的键“note”",
        "functional.toml 第 2 条（乙）：缺少 code",
        "economic.toml 第 2 条（30217 公务接待费）：status = 1",
        "income.toml：TOML 写法有误",
        "functional.toml 第 1 条（2 甲）：编码应为",
        "economic.toml 第 2 条（30217 公务接待费）：“公务接待费”的起始年度 2030",
        "three_public.toml：不是 UTF-8 编码",
        "regions.toml：读不到文件",
    ]

    problems = problems_of(directory)

    assert expected == [
        problem[: len(start)] for problem, start in zip(problems, expected, strict=True)
    ]


@pytest.mark.parametrize(
    ("stem", "text"),
    [
        ("economic", "[[entry]"),
        ("economic", GOOD["economic"].replace('name = "商品和服务支出"', "name = 302")),
        (
            "functional",
            ENTRY.replace('name = "其他支出"', "") + '[[entry]]\ncode = "22901"\nname = "甲"',
        ),
    ],
)
def test_one_mistake_is_one_problem(tmp_path: Path, stem: str, text: str) -> None:
    """A broken entry does not make those look wrong that need it."""
    problems = problems_of(written(tmp_path, **{stem: text}))

    assert [f"{stem}.toml"] == [problem[: len(f"{stem}.toml")] for problem in problems]


def test_the_error_and_the_codebook_travel_between_processes() -> None:
    """Workers need both: an error keeps its problems, a codebook its answers."""
    error = pickle.loads(pickle.dumps(CodebookError(["甲", "乙"])))  # noqa: S301 - our own bytes
    book: Codebook = pickle.loads(pickle.dumps(BOOK))  # noqa: S301 - our own bytes

    assert error.problems == ("甲", "乙")
    assert str(error) == "甲\n乙"
    assert BOOK.find("economic", "差旅费") == book.find("economic", "差旅费")


@pytest.mark.parametrize(
    ("kind", "code", "expected"),
    [
        ("functional", "201", [None, "to-verify"]),
        ("functional", "215", ["to-verify", "to-verify", "to-verify"]),
        ("functional", "224", ["to-verify"]),
        ("economic", "30217", [None, "to-verify"]),
        ("economic", "30311", ["to-verify"]),
    ],
)
def test_what_was_not_read_in_the_original_says_so(
    kind: Kind, code: str, expected: list[str | None]
) -> None:
    """An entry and each of its former names answer for themselves."""
    entry = BOOK.entry(kind, code)

    assert entry is not None
    assert expected == [entry.status, *(old.status for old in entry.former)]
