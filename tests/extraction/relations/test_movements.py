"""What opens a stock, comes, goes and is left of it; and what one year leaves to the next."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

MOVED = "MAT-002-MOVED"
CARRIED = "MAT-002-YEARS"

RIGHT = {
    "all assets, with what came and went": (
        "年初资产总额3,200.00万元，本年增加150.00万元，减少90.00万元，年末资产总额3,260.00万元。",
    ),
    "two sums that were spent, under one word": (
        "2022年，航标站实施灯器更换项目，下达资金95万元。",
        "更换灯器24盏，支出57.6万元，每盏2.4万元；检修浮标86座，支出30.1万元，每座3,500元。",
        "结余7.3万元，已上缴。",
    ),
    "lines of years that are of two things": (
        "一、南港",
        "2021年：下达120万元，支出96.50万元，结转23.50万元。",
        "二、北港",
        "2022年：上年结转32.50万元，下达130万元，支出141.20万元。",
    ),
    "below headings of source, use and rest": (
        "三、资金来源及使用",
        "（一）来源",
        "上年结转20.00万元，2022年到位90.00万元。",
        "（二）使用",
        "2022年支出95.00万元。",
        "（三）结转",
        "年末结转15.00万元。",
    ),
    "below headings of two bodies": (
        "三、资金",
        "（一）南港",
        "上年结转20.00万元，2022年到位90.00万元。",
        "（二）北港",
        "2022年支出95.00万元。",
        "年末结转18.00万元。",
    ),
    "labels of lines": (
        "年初结转：20.00万元",
        "本年收入：90.00万元",
        "本年支出：95.00万元",
        "年末结转：15.00万元",
    ),
    "what one year leaves beside all that is left": (
        "2021年末滚存结余20.00万元。",
        "2022年收入90.00万元，支出86.00万元，当年收支结余4.00万元。",
        "2022年末滚存结余24.00万元。",
    ),
    "drawn from a fund, by parts and in all": (
        "2021年末余额320万元。",
        "2022年预算动用100万元，追加动用50万元，共动用150万元，用超收收入补充210万元。",
        "2022年末余额380万元。",
    ),
    "people who came and went": (
        "年初在住老人150名，年内新入住31名，退住17名、去世4名，年末在住160名。",
    ),
    "people, and others told of besides": (
        "年初在园幼儿260名，新入园80名，毕业75名，年末在园幼儿262名，另转学3名。",
    ),
    "a number that only looks like a year": (
        "年初余额10万元，G20峰会年度收入50万元，本年支出40万元，年末余额20万元。",
    ),
    "people of two terms": ("春季在读学员210名，结业180名；秋季招收240名，年末在读学员230名。",),
    "a list that adds up, and one of it that is set apart": (
        "2021年末基金累计结余600万元。",
        "2022年筹集900万元：市级500万元、县级400万元。",
        "2022年支出700万元：救助450万元、上解省级250万元。",
        "2022年末累计结余1050万元。",
    ),
    "a debt that grew": (
        "2021年末渔港债务余额38.00亿元。",
        "2022年新增专项债券6.00亿元，偿还到期本金4.00亿元，年末债务余额40.00亿元。",
    ),
    "all that came less all that went": (
        "基金收入320万元，上年结余40万元，收入总计360万元。",
        "基金支出300万元，调出资金20万元，支出总计320万元。",
        "收支相抵，年终结余40万元。",
    ),
    "a balance that the sum of what went already counts": (
        "基金收入320万元，上年结余40万元，收入总计360万元。",
        "基金支出300万元，调出资金20万元，年终结余40万元，支出总计360万元。",
    ),
    "a part of it was taken back, said behind": (
        "年初余额50.00万元，收费缴入300.00万元，退还押金20.00万元，核拨支出290.00万元，年末余额34.00万元，另上缴6.00万元。",
    ),
    "a fund that is fed by what other budgets call spending": (
        "2021年末余额320万元，2022年动用150万元，当年补充210万元，2022年末余额380万元。",
    ),
    "of a part only": (
        "灯塔养护可用资金400.00万元，支付工程款300.00万元、监理费20.00万元，航标更新结余30.00万元。",
    ),
    "only one side is told": ("年末贷款余额142.00万元，年初余额123.00万元，当年收回72.00万元。",),
    "one year is left, the next begins with it": (
        "2021年末海图测绘结转62.40万元。",
        "2022年年初海图测绘结转62.40万元，本年收入300.00万元。",
    ),
    "corrected at the turn": (
        "2021年末海图测绘结转62.40万元。",
        "2022年年初海图测绘结转60.40万元，系差错更正，调减2.00万元。",
    ),
    "all that is left, and what is left of projects": (
        "2021年末结转62.40万元。",
        "2022年年初项目结转40.20万元。",
        "2022年年初基本结转22.20万元。",
    ),
    "two things": ("2021年末航标专户余额62.40万元。", "2022年年初海图测绘结转60.40万元。"),
}

WRONG = {
    "below headings of source, use and rest": (
        "MAT-002-CARRIED",
        (
            "三、资金来源及使用",
            "（一）来源",
            "上年结转20.00万元，2022年到位90.00万元，其中省级资金40.00万元、市级资金50.00万元。",
            "（二）使用",
            "2022年支出95.00万元。",
            "（三）结转",
            "年末结转18.00万元，按规定结转下年使用。",
        ),
    ),
    "all assets, with what came and went": (
        "MAT-002-CARRIED",
        (
            "年初资产总额3,200.00万元，本年增加150.00万元，减少90.00万元，年末资产总额2,260.00万元。",
        ),
    ),
    "what a year's line leaves, and the line of the next year": (
        CARRIED,
        (
            "2021年：下达120万元，支出96.50万元，结转23.50万元。",
            "2022年：上年结转32.50万元，下达130万元，支出141.20万元。",
        ),
    ),
    "labels of lines": (
        "MAT-002-CARRIED",
        (
            "年初结转：26.00万元",
            "本年下达：90.00万元",
            "本年支出：95.00万元",
            "年末结转：51.00万元",
        ),
    ),
    "drawn from a fund, by parts and in all": (
        "MAT-002-CARRIED",
        (
            "2021年末余额21,400万元。",
            "2022年预算动用12,000万元，追加动用3,500万元，共动用15,500万元。",
            "2022年用超收收入补充9,800万元。",
            "2022年末余额16,700万元。",
        ),
    ),
    "nothing else was changed": (
        "MAT-002-CARRIED",
        (
            "2021年末滚存结余84.20万元。",
            "2022年收入310.50万元，支出298.10万元，未作其他调整，年末滚存结余69.60万元。",
        ),
    ),
    "a changed budget is all that was there": (
        "MAT-002",
        (
            "一、年初预算320.00万元，追加45.00万元，调整后预算365.00万元。",
            "二、实际支出350.40万元。",
            "三、年末剩余指标16.40万元。",
        ),
    ),
    "people who came and went": (
        MOVED,
        ("年初在住老人150名，年内新入住31名，退住17名、去世4名，年末在住170名。",),
    ),
    "people there, with their name behind": (
        "MAT-002-CARRIED",
        ("年初在训学员240名，新增96名，结业81名，年末在训学员265名。",),
    ),
    "what came and went is listed, and the lists add up": (
        "MAT-002-CARRIED",
        (
            "2021年末基金累计结余613万元。",
            "2022年筹集947万元：市级522万元、县级425万元。",
            "2022年支出731万元：渔船保险408万元、渔港救助219万元、船员培训104万元。",
            "2022年末累计结余889万元。",
        ),
    ),
    "a debt": (
        MOVED,
        (
            "2021年末渔港债务余额38.00亿元。",
            "2022年新增专项债券6.00亿元，发行再融资债券2.00亿元，偿还到期本金4.00亿元，年末债务余额43.00亿元。",
        ),
    ),
    "a budget that was changed": (
        MOVED,
        (
            "年初预算480.00万元，年中追加灯塔养护费60.00万元，调减会议费5.00万元，调整后预算553.00万元。",
        ),
    ),
    "what was left is taken apart": (
        MOVED,
        ("2021年结余资金640万元，其中财政收回210万元，调剂用于护岸180万元，剩余270万元结转使用。",),
    ),
    "the balance behind the sum of what went": (
        "MAT-002",
        (
            "基金收入320万元，上年结余40万元，收入总计360万元。",
            "基金支出300万元，调出资金20万元，支出总计320万元。",
            "收支相抵，年终结余48万元。",
        ),
    ),
    "what is left stands before what opens it": (
        MOVED,
        (
            "年末渔港债务余额41.00亿元。年初余额38.00亿元，新增债券6.00亿元，发行置换债券1.00亿元，偿还本金3.50亿元。",
        ),
    ),
    "the next year begins with something else": (
        CARRIED,
        (
            "2021年末海图测绘结转62.40万元。",
            "2022年年初海图测绘结转64.20万元，本年收入300.00万元。",
        ),
    ),
    "taken over whole": (
        CARRIED,
        (
            "2021年收入合计800万元，年终结余76万元，全部结转下年。",
            "2022年上年结余67万元，即上年结余全额转入。",
        ),
    ),
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_comes_out_or_may_is_not_said_to_clash(name: str) -> None:
    """What comes out by some choice among the figures, or is of another thing, is no clash."""
    assert [] == errors(*RIGHT[name])


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_come_out_is_found(name: str) -> None:
    """What is left must be what was there and came, less what went; and open the next year."""
    rule, text = WRONG[name]

    assert [rule] == errors(*text)
