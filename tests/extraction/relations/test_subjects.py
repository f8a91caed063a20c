"""What a list is of, said by name: 分三块使用：A、B、C of what was used, and kinds that are all."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "what a clause before a colon names, with what was left between": (
        "累计支出487.35万元，执行率95.11%，结余25.05万元已交回。"
        "支出构成：换灯电池261.80万元，浮鼓除锈134.25万元，遥测终端81.30万元。",
    ),
    "as it was spent, in a line below": (
        "全年支出487.35万元，结余25.05万元。"
        "具体支出：换灯电池261.80万元，浮鼓除锈134.25万元，遥测终端81.30万元。",
    ),
    "what was done with so many parts, a line further up": (
        "市级下达资金512.40万元，实际使用487.35万元。",
        "维护浮标63座，其中冰标11座。",
        "资金分三块使用：换灯电池261.80万元，浮鼓除锈134.25万元，遥测终端81.30万元。",
    ),
    "by grades, called after what is counted": (
        "全港享受补助的锚地43处，其中港内锚地12处、港外锚地31处；泊位128个。"
        "补助按等级发放：一等锚地9处、二等锚地15处、三等锚地23处。",
    ),
    "there are but three": (
        "全年支出806.22万元，其中基本支出391.12万元、项目支出415.10万元。项目支出只有三项，"
        "即灯塔修缮192.40万元、航标船检修148.35万元、渔标换新64.35万元。",
    ),
    "in the posts and beside them": (
        "航标处现有在岗人员184人，包括在编131人、编外聘用63人；离退休77人。",
    ),
    "called after both of its kinds": (
        "辖区灯浮灯桩372座，其中灯浮215座、灯桩147座，完好率98%。",
        "登记渔船登船检查418艘次，其中渔船登船226艘次、渔船检查182艘次。",
    ),
    "classes from the first to the last": (
        "航海学校在校生1164人，其中一年级412人、二年级388人、三年级355人；开设轮机、通信2个专业。",
    ),
    "in turns with a bracket behind each": (
        "全年办班三期：第一期（驾驶）38人，第二期（轮机）44人，第三期（通信）49人，三期共培训141人。",
        "第一批（1月20日）下达112.40万元，第二批（3月6日）下达96.35万元，"
        "第三批（5月9日）下达41.25万元，三批共下达260.00万元。",
    ),
    "more than all of whom they are": (
        "年末在编人员141人，其中船员93人、管理48人。聘用人员36人。"
        "在编人员中，女性27人，45岁以下152人，研究生19人。",
    ),
}

SILENT = {
    "what a clause names, right": (
        "累计支出477.35万元，执行率95.01%，结余25.05万元已交回。"
        "支出构成：换灯电池261.80万元，浮鼓除锈134.25万元，遥测终端81.30万元。",
    ),
    "what a clause names, and more of it": (
        "累计支出487.35万元，结余25.05万元已交回。"
        "支出构成：换灯电池261.80万元，浮鼓除锈134.25万元，遥测终端81.30万元等。",
    ),
    "two figures of the name": (
        "甲航段支出487.35万元，乙航段支出477.35万元，结余25.05万元已交回。"
        "支出构成：换灯电池261.80万元，浮鼓除锈134.25万元，遥测终端81.30万元。",
    ),
    "the same, right": (
        "市级下达资金512.40万元，实际使用477.35万元。",
        "资金分三块使用：换灯电池261.80万元，浮鼓除锈134.25万元，遥测终端81.30万元。",
    ),
    "two of them were used": (
        "甲航段实际使用487.35万元，乙航段实际使用512.40万元。",
        "资金分三块使用：换灯电池261.80万元，浮鼓除锈134.25万元，遥测终端81.30万元。",
    ),
    "of some of them": (
        "全港锚地163处，泊位128个。补助按等级发放：一等锚地9处、二等锚地15处、三等锚地23处。",
    ),
    "parts of something else": (
        "全港享受补助的锚地43处。",
        "检查按等级进行：一等码头9处、二等码头15处、三等码头23处。",
    ),
    "those but three of what is not told": (
        "全年支出806.22万元。重点工程有三项，即灯塔修缮192.40万元、航标船检修148.35万元、"
        "渔标换新64.35万元。",
    ),
    "in the posts, right": ("航标处现有在岗人员194人，包括在编131人、编外聘用63人。",),
    "kinds that people have both": ("慰问党员和老年船员52人，其中党员31人、老年船员40人。",),
    "going on with what is no figure": (
        "在职人员57人，较上年末净增1人。按身份分：公务员26人、参公人员7人、其他人员另行统计。",
    ),
    "of another whole": (
        "年末在编人员141人。在编人员中，女性27人，45岁以下98人。聘用人员36人，其中船员21人。",
        "在编人员中，年内培训累计212人次，比上年多150人。",
    ),
}


@pytest.mark.parametrize("lines", WRONG.values(), ids=WRONG)
def test_what_a_list_is_of_by_name(lines: tuple[str, ...]) -> None:
    """A list that is all of something is held against the only figure that is called that."""
    joined = lines if "资金分" in lines[-1] else ()
    told = [lines] if joined else [(line,) for line in lines]
    assert all(errors(*one) for one in told)


@pytest.mark.parametrize("lines", SILENT.values(), ids=SILENT)
def test_neighbours_of_such_lists_are_quiet(lines: tuple[str, ...]) -> None:
    """What comes out, or is not said to be of one figure, is no contradiction."""
    assert not errors(*lines)
