"""Reasons: one place judges whether what stands where a reason belongs is one."""

from __future__ import annotations

import pytest

from performance_rules import Report, RuleSet, check
from performance_rules.lexicon.lexicon import shipped_lexicon

NONE = [
    "无",
    "无。",
    "暂无",
    "没有原因",
    "无特殊原因",
    "主要原因是无",
    "主要原因：无",
    "无其他说明",
    "原因不详",
    "不详",
    "待查",
    "待补充",
    "未报批准",
    "未报经批准",
    "没有报批",
    "未获批复",
    "未取得批准",
    "未履行审批手续",
    "未作说明",
    "尚未填写原因",
    "2023年",
    "2023年度",
    "二〇二三年度",
    "上年",
    "主要是本年度",
    "主要原因是2023年度",
    "/",
    "—",
    "不适用",
    "公务接待费",
    "人员经费",
    "其他",
    "因其他原因",
    "其它因素影响",
    "多种因素所致",
    "正常增长",
    "属正常变动",
    "如上",
    "原因如下",
    "详见附件",
    "原因见附表",
    "请参见下文说明",
    "无需说明",
    "不再另行解释",
    "以后补充",
    "另行说明",
    "按政策执行",
    "已按政策办理",
    "按有关规定执行",
    "政策",
    "2022年至2023年",
    "2023年1月",
    "2023年1月1日至12月31日",
    "上半年",
    "去年年底",
    "三月份",
    "未报经县政府批准",
    "没有报经主管部门审核同意",
    "尚未经党组会议研究决定",
    "等待批复",
    "有待上级批复",
    "正在报批",
    "已申请",
    "经批准",
    "经县政府同意后",
    "已核对",
    "经核实无误",
    "数据核对一致",
    "暂时无法说明",
    "目前难以解释原因",
    "原因不清楚",
    "客观原因",
    "因特殊情况",
    "公务接待",
    "按需",
    "按需列支",
    "四舍五入",
    "因四舍五入造成",
    "单位换算尾差影响",
]
"""Texts that give no reason."""

SAID = [
    "无房职工增加",
    "无人机采购减少",
    "没有安排出国团组",
    "未安排因公出国（境）",
    "未发生车辆购置",
    "无公务用车购置计划",
    "2023年新录用六人",
    "上年有一次性补助",
    "本年度退休三人",
    "2022年购车",
    "主要原因是人员调入",
    "待遇调整",
    "待岗人员减少",
    "未休假补贴发放",
    "来访批次减少",
    "未报废的车辆维修增多",
    "没有审批事项，差旅减少",
    "去年工程完工",
    "不明水体治理项目启动",
    "略有增员",
    "其他收入增加",
    "其他单位划转资产",
    "正常退休两人",
    "正常晋升工资",
    "政策调整",
    "按新标准执行",
    "按政策提高补助标准",
    "附件采购推迟",
    "原因如下：新购设备一台",
    "另行购置设备",
    "补充公用经费缺口",
    "按合同据实结算",
    "2022年至2023年供暖期延长",
    "2023年1月调入两人",
    "下半年停办培训",
    "年中机构合并",
    "审批事项下放",
    "经批准购置巡护艇",
    "项目尚未批复",
    "待县政府批复的灯塔工程",
    "核对工资后补发",
    "报批的维修推迟",
    "会议减少",
    "公务接待批次下降",
    "无法取得发票的款项退回",
    "客观上停航两个月",
    "特殊岗位津贴提高",
    "按需求清单购置",
    "需要增加值守",
    "尾款结算",
    "部门合并",
    "单位搬迁",
]
"""Texts near them that do give one."""


RESTATED = [
    "未完成",
    "未完成年度目标",
    "没有达到",
    "未调整",
    "因未调整",
    "无重大变化",
    "预算未调整",
    "没有变化",
    "本年支出增加",
    "较上年减少",
    "预算数增加较多",
    "主要是经费增加",
    "扣2分",
    "受影响",
    "经费有所下降，无其他原因",
]
"""Texts that say again what is asked about."""

FITS_ANYTHING = [
    "按实际需求调整",
    "2023年根据实际工作需要",
    "工作正常开展",
    "厉行节约",
    "从严控制开支",
    "保障运转",
]
"""Texts that give a reason which fits anything."""

PARTICULAR = [
    "疫情期间停办",
    "根据实际工作需要新录用6人",
    "来访二十批",
    "依县财行〔2020〕3号列支",
    "上级下达",
    "两名职工退休",
    "追加3万元",
]
"""Texts that name people, a matter, a body, a document or a number."""

TELLS = [
    "因两户企业停产，产出数量少两户。",
    "产出数量少两户，原因是两户企业停产。",
    "受疫情影响，培训少办两期。",
    "两户企业停产，导致产出数量未达标。",
    "产出数量未达标，两户企业年中迁出。",
    "主要变动情况：新录用六人。",
    "设备到货推迟致使开工晚了两个月。",
    "由于招标流标，工程推迟。",
]
"""Sentences that tell a cause."""

TELLS_NONE = [
    "产出数量扣2分。",
    "产出数量未完成，扣2分。",
    "产出数量的原因另行说明。",
    "公务用车两辆。",
    "因公出国团组一个。",
    "教育因素得分8分。",
    "受理事项一百件。",
    "接受培训三十人。",
    "原因是2023年。",
    "主要原因是未完成目标。",
    "产出数量由于政策。",
    "产出数量因其他原因。",
    "产出数量由于其他原因未达标。",
    "产出数量未达标，详见附件。",
]
"""Sentences near them that tell none."""

DIRECTIONS = [
    ("新招录职工六名", "up"),
    ("年中追加防汛经费", "up"),
    ("工资标准提高", "up"),
    ("压减会议和差旅", "down"),
    ("厉行节约", "down"),
    ("两名职工退休", "down"),
    ("项目完工", "down"),
    ("退休人员一次性补助增加", ""),
    ("新增项目，压减差旅", ""),
    ("上年新购设备", ""),
    ("2020年追加过一笔", ""),
    ("机构改革", ""),
    ("更新达到报废年限的车辆", "down"),
    ("无障碍设施电费上升", "up"),
    ("少儿读物加购，数量增加", "up"),
    ("免疫试剂采购追加", "up"),
]
"""Reasons and the way they go."""

DENIED = [
    ("未报批准", "批准"),
    ("没有追加", "追加"),
    ("尚未取得财政部门批复", "批复"),
    ("不涉及上年结转", "结转"),
    ("拟申请追加", "追加"),
    ("批复未下达", "批复"),
    ("上年结转资金未使用", "结转"),
    ("无结转资金", "结转"),
    ("有待上级下达", "下达"),
    ("上年结转本年未动用", "结转"),
    ("专项资金目前尚未使用", "专项"),
    ("上年结余已全部上缴", "结余"),
    ("往年结余归还职工", "结余"),
    ("计划使用结转", "结转"),
    ("下年使用上年结转", "结转"),
    ("是否追加尚未议定", "追加"),
    ("拒绝追加", "追加"),
    ("追加预算被否", "追加"),
    ("追加的申请被财政部门驳回", "追加"),
    ("全部结转下年使用", "结转"),
    ("结转资金留到次年", "结转"),
    ("报废制度健全", "报废"),
]
AFFIRMED = [
    ("经批准", "批准"),
    ("上级追加", "追加"),
    ("未列入年初预算的上级专项", "上级"),
    ("无偿划转的车辆", "划转"),
    ("不足部分由上级追加", "追加"),
    ("不仅追加", "追加"),
    ("无房职工补贴追加", "追加"),
    ("申请并获批准", "批准"),
    ("上年结转已全部使用", "结转"),
    ("结余资金本年安排", "结余"),
    ("按计划追加", "追加"),
    ("年度计划追加", "追加"),
    ("计划外追加", "追加"),
    ("追加的预算已下达", "追加"),
    ("结转上年资金", "结转"),
    ("报废老旧车辆", "报废"),
]

OF_ANOTHER = ["结转比前年减少5万元", "结余预计5万元", "结转上限为5万元", "指标被财政收回5万元"]
ITS_OWN = ["结转和结余合计5万元", "结转资金弥补差额5万元", "结余较好的年度5万元"]


@pytest.mark.parametrize("text", RESTATED)
def test_what_only_says_that_it_changed_is_none(text: str) -> None:
    """That something rose, fell or was missed is what the reason is asked for."""
    assert not shipped_lexicon().reasons.suffices(text)
    assert shipped_lexicon().reasons.written(text)


@pytest.mark.parametrize("text", NONE)
def test_what_denies_a_reason_or_is_a_year_alone_is_none(text: str) -> None:
    """A denial, a blank, an approval that was not asked for, and a bare year say no reason."""
    assert not shipped_lexicon().reasons.suffices(text)


@pytest.mark.parametrize("text", SAID)
def test_what_happened_or_did_not_happen_is_a_reason(text: str) -> None:
    """The same words within a sentence about something are part of its reason."""
    assert shipped_lexicon().reasons.suffices(text)


@pytest.mark.parametrize(
    ("text", "expected"), [*((t, False) for t in FITS_ANYTHING), *((t, True) for t in PARTICULAR)]
)
def test_a_particular_reason_names_something(text: str, expected: bool) -> None:
    """What fits anything gives a reason, but names neither people, a matter, nor a number."""
    reasons = shipped_lexicon().reasons
    assert reasons.suffices(text)
    assert reasons.particular(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [*((t, True) for t in TELLS), *((t, False) for t in TELLS_NONE)]
)
def test_a_sentence_tells_a_cause_by_a_word_for_it(text: str, expected: bool) -> None:
    """由于, 导致 and the like open a cause; what they open must suffice like any reason."""
    assert shipped_lexicon().reasons.explains(text) is expected


@pytest.mark.parametrize(("text", "expected"), DIRECTIONS)
def test_a_reason_goes_one_way_or_shows_none(text: str, expected: str) -> None:
    """Words for more and words for less together, or an earlier year, show no direction."""
    assert shipped_lexicon().reasons.direction(text) == expected


@pytest.mark.parametrize(
    ("clause", "word", "expected"),
    [*((c, w, True) for c, w in DENIED), *((c, w, False) for c, w in AFFIRMED)],
)
def test_a_word_that_is_denied_in_its_clause_is_not_said(
    clause: str, word: str, expected: bool
) -> None:
    """A denial reaches to the next 的, and back over a noun behind the word."""
    begin = clause.index(word)
    denied = shipped_lexicon().reasons.denied(clause, begin, begin + len(word))
    assert denied is expected


@pytest.mark.parametrize(
    ("said", "expected"), [*((t, True) for t in OF_ANOTHER), *((t, False) for t in ITS_OWN)]
)
def test_an_amount_behind_a_comparison_or_a_limit_is_another(said: str, expected: bool) -> None:
    """By how much it fell, what is expected, allowed or taken away is not how much there is."""
    assert shipped_lexicon().reasons.of_another(said) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教育支出", False),
        ("教育", False),
        ("教育支出增加", False),
        ("教育支出因未调整", False),
        ("教育支出因其他原因", False),
        ("教育支出正常增长", False),
        ("教育支出中的培训停办", True),
    ],
)
def test_the_name_of_what_is_explained_explains_nothing(text: str, expected: bool) -> None:
    """The subject itself, with or without 支出, leaves no reason."""
    assert shipped_lexicon().reasons.suffices(text, "教育支出", "教育") is expected


def asked(reason: str) -> bool:
    """Return whether a reason for more spent on receptions is asked for."""
    said = {"reason": reason} if reason else {}
    change = {"change": "1,000.00元", "rate": "20.00%", **said}
    reception = {"final": {"value": "6,000.00元", "vs_prior": change}, "notes": ["来访两批"]}
    report = {
        "year": 2023,
        "kind": "final_accounts",
        "three_public": {"reception": reception},
    }
    found = check(Report.from_dict(report), RuleSet.for_region(None)).findings
    return any(finding.rule == "SG-004" for finding in found)


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("来访批次增多", False),
        ("无特殊原因", True),
        ("2023年度", True),
        ("公务接待费标准提高", False),
        ("", True),
    ],
)
def test_a_rule_that_asks_for_a_reason_is_not_content_with_none(
    reason: str, expected: bool
) -> None:
    """A denial or a bare year leaves the change unexplained."""
    assert asked(reason) is expected
