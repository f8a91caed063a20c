"""A number of things and the names listed with it: what is a contradiction, and what is none."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr
from performance_rules.extraction.naming.enumerations import enumerations
from performance_rules.extraction.naming.namelists import split
from performance_rules.text.numerals import whole_number

RULES = pr.RuleSet.for_region()

WRONG = {
    "names behind 分别为": "局机关内设5个股室，分别为：办公室、航标股、海图股、人事股。",
    "分别是 without a colon": "机关设4个科室，分别是办公室、航道科、财务科；下设灯塔30座。",
    "a bare colon": (
        "督查组走访了5个灯塔点：东礁灯塔、西礁灯塔、南湾灯塔、北湾灯塔，并与守塔人座谈3次。"
    ),
    "names with amounts": (
        "全年实施4个重点项目：航标更新60.00万元、趸船大修45.50万元、灯塔巡检8.20万元。"
    ),
    "共 before the number makes 包括 a list of all": (
        "纳入部门决算范围的预算单位共5个，包括：海事局机关、航标站、测量队、通信站。"
    ),
    "the noun again before the opener": (
        "决算汇编单位包括局机关和6个二级单位，二级单位分别为：东港站、西港站、南港站、北港站。"
    ),
    "names before the number": (
        "根据上述职责，本局内设办公室、法规科、航道与锚地科、财务科共5个科室。"
    ),
    "more than 等 may leave out": "下辖东港站、西港站、南港站、北港站等3个事业单位。",
    "more names than the number": "下设2个机构，分别为：航标站、测量队、通信站。",
    "numbered paragraphs, more of them": (
        "纳入预算编制范围的单位共2个，包括：\n1.海事局本级；\n2.航标站；\n3.测量队。\n与上年相同。"
    ),
    "numbered items in one paragraph": (
        "执行率偏低的项目有2个：1.航标更新（支出5.00万元）；2.趸船大修（支出6.00万元）；3.海图测绘。"
    ),
    "一是 behind 以下": "评价发现以下3个方面的问题。\n一是航标老化。\n二是资料不全。\n请及时整改。",
    "bullets": "今年安排民生项目2个：\n◆ 码头照明改造\n◆ 渔港清淤\n◆ 航道疏浚\n以上均已开工。",
    "societies": "科协下设行业学会3个：水产学会、航海学会、气象学会、园艺学会。",
    "Chinese numerals": "局机关设三个科室，分别是办公室、航道科。",
    "the number right behind the last name": "我局内设办公室、航标股、海图股、人事股5个股室。",
}

RIGHT = {
    "the number right behind as many names": "我局内设办公室、航标股、海图股、人事股4个股室。",
    "a number of other things behind the names": "我局设办公室、航标股、海图股和9个灯塔站。",
    "a name of several": "我局内设办公室、人事股、巡查一至三股5个股室。",
    "as many names as stated": "局机关内设4个股室，分别为：办公室、航标股、海图股、人事股。",
    "a bracket behind the name": "内设3个科室：办公室（法规科）、航道科、财务科。",
    "、 in a name": "内设3个科室：办公室、规划、建设科、财务科。",
    "、 in a title of a book": "印发2项制度，分别是：《收入、支出管理办法》、《采购办法》。",
    "和 in a name": "内设3个科室：办公室、航标和灯塔科、财务科。",
    "和 between two names": "内设3个科室：办公室、航道科和财务科。",
    "one name with 与": "内设4个股室，分别为：办公室、航标与灯塔股、海图股、信访与维稳办。",
    "a bracket behind the measure": "下属2个中心（站、所）：航标中心、测量站。",
    "societies, as many": "联社指导合作社3个：东港合作社、西港合作社、南港合作社。",
    "what societies deal with": "指导3个协会：年检、换届、党建、培训。",
    "the body itself is not counted": (
        "部门预算包括局机关和2个二级单位，分别为：局机关本级、航标站、测量队。"
    ),
    "subordinate units, and the body among the names": "下属2个单位：航标站、测量队、局机关本级。",
    "the number of a part": "共有8个科室，其中业务科室2个：航道科、海图科。",
    "names of two numbers": "下设1个中心和2个站，分别为：航标中心、东港站、西港站。",
    "two levels": "内设4个科室：综合类的办公室、财务科；业务类的航道科、海图科。",
    "two levels of items": "共4个单位，包括：\n1.行政：海事局、执法队\n2.事业：航标站、测量队。",
    "a name that stands for several": "部门共4个单位，分别为：局机关、3个航标站。",
    "a list that goes on in the next sentence": (
        "内设4个科室：办公室、航道科、财务科。另设机关党委。"
    ),
    "a list that goes on behind a semicolon": "内设4个科室：办公室、航道科、财务科；机关党委。",
    "a list that goes on behind a comma": "内设4个科室：办公室、航道科，财务科、人事科。",
    "a list joined by commas": "内设4个科室：办公室，航道科，财务科，人事科。",
    "等 leaves some out": "下辖东港站、西港站等6个事业单位。",
    "主要有 leaves some out": "全年实施项目6个，主要有：航标更新60.00万元、趸船大修45.50万元。",
    "other things of what is counted": "3个乡镇特色产业：海带、紫菜、鲍鱼、对虾。",
    "what was done in so many": "12个渔港实施情况如下：1.东港完工；2.西港在建；3.南港未开工。",
    "money of what is counted": "安排资金支持3个项目：支出120.00万元、结余20.00万元。",
    "numbers of what is counted": "共监控15个项目：优8个、良5个、中2个。",
    "persons": "设局领导4名，分别为局长、副局长。",
    "part of an ordinal": "第3类单位：航标站、测量队。",
    "at least so many": "服务对象不少于5个村：东村、西村。",
    "other things than those before 共": "由教育、卫生、农业共5个部门组成工作组。",
    "two lists before 共": "局机关设办公室、财务科，支队设一中队、二中队共4个内设机构。",
    "villages are no towns": "支持东镇、西镇、南村、北村等2个镇建设。",
    "the next list has numbers of its own": (
        "存在以下2个问题：\n1.航标老化。\n2.资料不全。\n采取以下3项措施：\n1.更新。\n2.补录。\n3.培训。"
    ),
    "the list around it goes on": "1.本年安排2个项目：\n1.航标更新\n2.趸船大修\n3.其他工作。",
    "what follows is about something else": (
        "存在以下2个方面的问题：\n（一）航标老化。\n（二）资料不全。\n（三）下一步打算。"
    ),
    "the last item is the sum": "项目涉及2个县：1.东县60万元；2.西县50万元；3.合计110万元。",
    "a number is missing among the items": (
        "存在以下3个问题：\n1.航标老化。\n3.资料不全。\n4.人手不足。"
    ),
    "the rest without a number": (
        "存在以下3个问题：\n一是航标老化。\n二是资料不全。此外，人手不足。"
    ),
    "no opener": "抽查3个村的12个项目，东村、西村情况较好。",
}


def wrong(text: str) -> list[str]:
    """Return what TXT-005 says of a text."""
    found = pr.check(read(*text.split("\n")).report, RULES).findings
    return [one.message for one in found if one.rule == "TXT-005" and one.severity == "error"]


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_number_that_no_reading_of_its_names_fits_is_an_error(text: str) -> None:
    """Whatever is counted, and wherever the names stand."""
    assert len(wrong(text)) == 1


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_a_number_that_some_reading_of_its_names_fits_is_none(text: str) -> None:
    """A name may be two, two may be one, and a list may be of something else, or go on."""
    assert wrong(text) == []


def test_the_finding_quotes_the_number_and_the_names() -> None:
    """The clause is quoted from its beginning, and every name is in the message."""
    text = "局机关内设4个股室，分别为：办公室、航标股、海图股。行政编制9名。"
    report = read(text).report
    (found,) = (f for f in pr.check(report, RULES).findings if f.rule == "TXT-005")
    quote = "局机关内设4个股室，分别为：办公室、航标股、海图股"
    assert (found.where[0].quote, "办公室、航标股、海图股" in found.message) == (quote, True)


def test_the_number_is_bound_and_its_names_are_members() -> None:
    """The matter is called after the noun; the list is whole if it says so."""
    report = read("局机关内设3个股室：办公室、航标股、海图股。").report
    (line,) = (matter for matter in report.matters if matter.breakdowns)
    (members,) = line.breakdowns
    names = tuple(part.name for part in members.lines)
    assert (line.name, names, members.complete) == ("股室", ("办公室", "航标股", "海图股"), True)


def test_two_lists_of_one_noun_are_two_matters() -> None:
    """One body has three, the other two: they are never merged."""
    text = "本局设2个科室：办公室、财务科。支队设3个科室：办公室、执法科、法规科。"
    lines = [line for line in read(text).report.matters if line.breakdowns]
    numbers = [len(line.breakdowns[0].lines) for line in lines]
    assert numbers == [2, 3]


def test_many_numbers_and_lists_take_no_longer_each() -> None:
    """Nothing looks further than a list can be long."""
    text = "3个科室:办公室、《(" * 5_000
    assert [found for found in enumerations(text) if found.agrees is False] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("7", 7), ("七", 7), ("两", 2), ("十", 10), ("十二", 12), ("二十", 20), ("十四五", None)],
)
def test_numbers_are_read_in_digits_and_in_chinese(text: str, expected: int | None) -> None:
    """十四五 is a plan and no number."""
    assert whole_number(text) == expected


def test_marks_in_brackets_do_not_divide() -> None:
    """Neither in those of a remark nor in those of a title."""
    assert split("甲(一、二)、《乙、丙》、丁", "、") == ["甲(一、二)", "《乙、丙》", "丁"]
