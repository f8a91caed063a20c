"""A figure that is said to be all there is of a thing, beside the total of that thing."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

TEXT = "六、政府采购\n政府采购支出总额{total}，其中货物{part}。\n八、绩效\n{said}，未收到投诉。"
WRONG = "考核的政府采购支出183.40万元，即本单位当年全部政府采购"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (WRONG, True),
        ("考核的政府采购支出138.40万元，即本单位当年全部政府采购", False),
        ("考核的政府采购支出88.40万元，占本单位政府采购的多数", False),
        ("考核的政府采购支出88.40万元，即机关本级全部政府采购", False),
        ("考核的工程支出88.40万元，即本单位当年全部工程", False),
    ],
)
def test_all_of_a_thing_is_its_total(said: str, *, wrong: bool) -> None:
    """Both are one figure; what is all of a part or of another thing is another one."""
    assert bool(errors(TEXT.format(total="138.40万元", part="138.40万元", said=said))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("年末公务用车保有量6辆，即本部门全部车辆。", True),
        ("年末公务用车保有量8辆，即本部门全部车辆。", False),
        ("年末公务用车保有量6辆。", False),
    ],
)
def test_all_vehicles_are_as_many_as_there_are(said: str, *, wrong: bool) -> None:
    """保有量 may be of some vehicles, but not where it is said to be all."""
    text = f"五、“三公”经费\n{said}\n八、国有资产\n本部门共有车辆8辆，均为执法执勤用车。"
    assert bool(errors(text)) is wrong


KIND = "三、“三公”经费\n船艇运行费42.00万元，{kept}。\n四、资产\n{held}。"


@pytest.mark.parametrize(
    ("kept", "held", "wrong"),
    [
        ("保障21艘巡逻执法艇运行", "年末共有船艇24艘，均为巡逻执法艇", True),
        ("用于维持现有的21艘巡逻执法艇", "单位现有船艇24艘，全部为巡逻执法艇", True),
        (
            "保障21艘巡逻执法艇运行",
            "2021年末共有船艇24艘，均为巡逻执法艇，2022年不新增、不报废",
            True,
        ),
        ("保障24艘巡逻执法艇运行", "年末共有船艇24艘，均为巡逻执法艇", False),
        ("保障21艘巡逻执法艇运行", "年末共有船艇24艘，其中巡逻执法艇21艘", False),
        ("新购3艘巡逻执法艇", "年末共有船艇24艘，均为巡逻执法艇", False),
        ("保障21艘航标艇运行", "年末共有船艇24艘，均为巡逻执法艇", False),
        ("保障21艘巡逻执法艇运行", "2021年末共有船艇24艘，均为巡逻执法艇", False),
    ],
)
def test_what_is_all_of_one_kind_is_as_many_as_are_kept_going(
    kept: str, held: str, *, wrong: bool
) -> None:
    """均为 says that all there are are of the kind that is told elsewhere with its number."""
    assert bool(errors(KIND.format(kept=kept, held=held), "budget")) is wrong
