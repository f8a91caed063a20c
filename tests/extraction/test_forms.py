"""Numbers are told by their digits, and what is no figure by the few characters around it."""

from __future__ import annotations

import pytest

from performance_rules.extraction.tokens.forms import numerals, shipped_forms

FIGURE = ""


def found(text: str) -> list[str]:
    """Return the numbers of a text as printed."""
    return [text[start:end] for start, end in numerals(text)]


def kinds(text: str) -> list[str]:
    """Return what each number of a paragraph is; nothing for a figure."""
    forms, until, out = shipped_forms(), 0, []
    kind = ""
    for start, end in numerals(text):
        if start >= until:
            kind, until = forms.firm(text, start, end)
        if not kind:
            until = 0
        out.append(kind or forms.loose(text, start, end, (0, len(text))))
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,405,342.80元", ["1,405,342.80"]),
        ("8,9", ["8", "9"]),
        ("８９．２０万元", ["８９．２０"]),
        ("1.2.3", ["1.2.3"]),
        ("٨٩", ["٨٩"]),
        ("捌拾玖万贰仟元整", ["捌拾玖万贰仟"]),
        ("共三百五十万元", ["三百五十万"]),
        ("补助五元，", ["五"]),
        ("百分之八十点五", ["百分之八十点五"]),
        ("单位：万元", []),
        ("二元结构、一元化、三元区", []),
        ("一、二、三是", []),
        ("十四五规划", []),
        ("甲\t八十九\t乙", ["八十九"]),
        ("⑧⑨.②⓪", ["⑧⑨.②⓪"]),
        ("①，m²", []),
    ],
)
def test_digits_of_any_script_are_numbers_and_so_are_amounts_in_words(
    text: str, expected: list[str]
) -> None:
    """Digits of any script, and amounts and rates in words; a single sign is a mark."""
    assert expected == found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年5月1日", ["date"] * 3),
        ("2022-05-01", ["date"] * 3),
        ("2022.5.1", ["date"]),
        ("5月1日至7日", ["date"] * 3),
        ("5月1日至7人", ["date", "date", FIGURE]),
        ("1—9月", ["date"] * 2),
        ("前3季度", ["date"]),
        ("09:30", ["date"] * 2),
        ("按1:10配套", [FIGURE] * 2),
        ("2020—2022年", ["year"] * 2),
        ("2020、2021和2022年度", ["year"] * 3),
        ("（2022）", ["year"]),
        ("自评（2022）报告", ["year"]),
        ("20221年度", ["year"]),
        ("2022部门预算", ["year"]),
        ("2077.09万元", [FIGURE]),
        ("2022人", [FIGURE]),
        ("某发〔2022〕15号", ["document"] * 2),
        ("某发(2022)15号", ["document"] * 2),
        ("人民路148号", ["document"]),
        ("第3条第2款", ["ordinal"] * 2),
        ("第3、4季度", ["date"] * 2),
        ("附件1", ["ordinal"]),
        ("见表2-1。", ["ordinal"] * 2),
        ("附表3张", [FIGURE]),
        ("目标1：提升", ["ordinal"]),
        ("目标1个", [FIGURE]),
        ("灯桩320座，合格301项，未合格19项", [FIGURE] * 3),
        ("教育支出（205类）普通教育（02款）小学教育（02项）", ["code"] * 3),
        ("司法（06款）信息化建设（13项）227.88万元", ["code", "code", FIGURE]),
        ("完成任务（13项）", [FIGURE]),
        ("1.2010301行政运行支出5万元", ["code", FIGURE]),
        ("20150803培训支出0.26万元", ["code", FIGURE]),
        ("（三）207文化教育与传媒支出（类）", ["code"]),
        ("1、2050802干部教育（项）", ["ordinal", "code"]),
        ("主要原因是1.在职人员增加", ["ordinal"]),
        ("合计 0 1、出国费用 0", [FIGURE, "ordinal", FIGURE]),
        ("/201606/t20160608_4503.htm", [FIGURE, "name", "name"]),
        ("维护费 0 （2）购置费 0", [FIGURE, "ordinal", FIGURE]),
        ("增长1.5倍", [FIGURE]),
        ("1.总体", ["ordinal"]),
        ("1.1 总体", ["ordinal"]),
        ("1.1万元", [FIGURE]),
        ("3 总体", ["ordinal"]),
        ("20 万元", [FIGURE]),
        ("一是甲。2、乙", ["ordinal"]),
        ("分别为3、5人", [FIGURE] * 2),
        ("甲，2.乙", ["ordinal"]),
        ("（1）总体", ["ordinal"]),
        ("(5)", [FIGURE]),
        ("2010301行政运行", ["code"]),
        ("合计 201 一般公共服务支出", ["code"]),
        ("合计 201 人", [FIGURE]),
        ("208（类）05（款）", ["code"] * 2),
        ("编码为0101", ["code"]),
        ("12440205000000000X", ["code"]),
        ("5 000元", [FIGURE] * 2),
        ("联系电话：0755-1234567", ["phone"] * 2),
        ("13800000000", ["phone"]),
        ("邮编：518000", ["code"]),
        ("购置电话3部", [FIGURE]),
        ("第5页", ["page"]),
        ("总体……12", ["page"]),
        ("《2号文件》", ["document"]),
        ("《关于8项工作的意见》", ["name"]),
        ("A4纸5克", ["name", FIGURE]),
        ("5G基站2个", ["name", FIGURE]),
        ("长5km", [FIGURE]),
        ("GDP5000亿元", [FIGURE]),
        ("www.a2.cn", ["name"]),
        ("“3+1”工程", ["name"] * 2),
        ("“3个”项目", [FIGURE]),
        ("318国道", ["name"]),
        ("单位价值50万元以上通用设备2台", ["name", FIGURE]),
        ("50万元以上的合同", [FIGURE]),
        ("65周岁以上老人20人", ["name", FIGURE]),
        ("80—89岁8人", ["name", "name", FIGURE]),
        ("平均45岁", [FIGURE]),
        ("基数为0", ["name"]),
        ("3人次", [FIGURE]),
        ("12.5%", [FIGURE]),
        ("0", [FIGURE]),
    ],
)
def test_what_is_no_figure(text: str, expected: list[str]) -> None:
    """Dates, years, markers, codes, phones and names are no figures; all others are."""
    assert expected == kinds(text)
