"""Names: what a body is called for short, and the region that its full name tells."""

from __future__ import annotations

import pytest
from tests.extraction.head.openings import head

from performance_rules.extraction.head.words import shipped_heads


@pytest.mark.parametrize(
    ("entity", "names"),
    [
        ("青禾县水利局", {"水利局", "县水利局", "我局", "本局"}),
        ("韶关市曲江区林场", {"曲江区林场", "区林场", "林场"}),
        ("白石乡人民政府", {"乡人民政府", "乡政府", "我乡", "本乡"}),
        ("青禾县第二中学", {"第二中学", "县第二中学", "我校", "学校"}),
        ("东街街道办事处", {"办事处", "我街道", "本街道"}),
        (
            "青禾县城市管理局（青禾县综合行政执法局）",
            {"青禾县综合行政执法局", "县城市管理局", "我局"},
        ),
        ("某某中心", {"我中心", "本中心"}),
    ],
)
def test_short_names_of_a_body(entity: str, names: set[str]) -> None:
    """The name without its place, with the level alone, what the body calls itself, its alias."""
    assert names <= set(head(f"{entity}2023年度部门决算").names)


def test_a_part_of_the_body_is_no_name_of_it() -> None:
    """局机关 is less than the body, 全县 is more."""
    names = head("青禾县水利局2023年度部门决算").names
    assert not {"局机关", "全局", "全县", "青禾县"} & set(names)


def test_the_document_says_a_short_name() -> None:
    """某中心（以下简称“州中心”）."""
    found = head(
        "青河州大数据中心2024年度部门决算", "青河州大数据中心（以下简称“数据中心”）编制9名。"
    )
    assert "数据中心" in found.names


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("韶关市曲江区林场2021年度部门决算", "440205"),
        ("广东省韶关市曲江区林场2021年度部门决算", "440205"),
        ("中共岳阳市委宣传部2021年度部门决算", "430600"),
        ("广东省林场2021年度部门决算", "440000"),
        # 不在名称开头的，名称不全的，都不算
        ("东川县驻上海市办事处2021年度部门决算", None),
        ("曲江区林场2021年度部门决算", None),
        ("上海路街道办事处2021年度部门决算", None),
        ("东川县林场2021年度部门决算", None),
    ],
)
def test_the_region_is_what_the_full_name_begins_with(title: str, region: str | None) -> None:
    """The lowest region that the codebook lists, by its full name, province by province down."""
    assert region == head(title).region


def test_every_end_of_a_body_is_a_name_with_something_before_it() -> None:
    """部门名称：青河局 is a body for each end of the lexicon; the end alone is none."""
    ends = shipped_heads().body.ends
    wrong = [end for end in ends if head(f"2023年度青河{end}部门决算").entity != f"青河{end}"]
    assert [] == wrong
    assert [] == [end for end in ends if len(end) > 1 and head(f"2023年度{end}部门决算").entity]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("2022年，白沙口航标管理站“三公”经费支出决算12.00万元。", "白沙口航标管理站"),
        ("2022年度临港县航道局支出合计420.00万元。", "临港县航道局"),
        ("2022年，全县支出合计420.00万元。", None),
        ("2022年，下属测量站支出合计420.00万元。", None),
        ("2022年，对临港县航道局收支进行核查。", None),
    ],
)
def test_a_sentence_may_tell_its_year_before_the_body(said: str, name: str | None) -> None:
    """What spends at the beginning of the first sentence is the body, but no place and no other."""
    assert head("收支说明", said).entity == name
