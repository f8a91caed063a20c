"""Whether the topic open around a general head is narrower than the report.

从严控制“三公”经费，全年支出A; 上述项目合计支出B: of what was just spoken of, though the words alone
are those of the whole.
"""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.tokens.scan import Token
from performance_rules.text.words import has_any
from performance_rules.values.quantity import Amount

_NEAR: Final = 200
"""So far back a sentence is looked through."""
_LISTED: Final = re.compile(
    r"(?:上述|以上|上列|前述|重点|各)(?:[\d一二三四五六七八九十两]*[个项]?)(?:重点|主要)?(?:项目|事项|工程|任务|工作)"
    r"|[\d一二三四五六七八九十两]+[个项](?:重点|主要)?(?:项目|工程)"
)
_MONEY: Final = re.compile(
    r"(?:其中[:,，]?)?[^,，。;\d]{0,14}(?:项目|专项|工程)(?:资金|经费|投资)(?:合计|共计|总计|总额)(?=[\d为共])"
)
"""How a sentence begins that tells of the money of a project: 项目资金合计A，到位B，支出合计C."""
_ITEM: Final = re.compile(
    r"三公.{0,2}经费|机关运行经费|政府采购|会议费|培训费|政府性?基金|国有资本经营"
)
_FUND: Final = re.compile(r"[^,，。;:\d]{0,16}(?:保险|公积|救助|互助)基金")
"""A fund that is no account of the report."""
_ENDING: Final = re.compile(r"(?:是|为|有)([^,，。;:\d]{0,16}(?:保险|公积|救助|互助)基金)。\Z")
"""How a sentence ends that opens such a fund: 另一部分是失业保险基金。2021年收入A."""
_WHOLE: Final = ("本年支出", "总支出", "支出总", "本年收入", "总收入", "收入总", "年初预算")


_LINE: Final = "[^,，。;\\d]{2,12}"
_FRAMES: Final = re.compile(
    r"(?:[^,，。;\d]{2,6}[,，:])?(?:其中|同时)?[,，]?(?:(?:"
    r"(?:若(?!干)|如果|倘若|如(?:按|将|把|加|计|不))[^,，。;]{1,14}"
    r"|(?:不?含|不?包括|不?包含|连同|加上|扣除|剔除|除去)[^,，。;\d]{2,14}"
    r"|除(?:此之|上述[^,，。;]{0,8}|以上[^,，。;]{0,8})外"
    r"|按照?[^,，。;]{2,12}(?:发生制|实现制)[^,，。;]{0,6}"
    r"|按照?[^,，。;决预]{2,12}口径[^,，。;]{0,4}"
    r"|从[^,，。;]{0,8}(?:机关|本级|单位|站|所|中心|大队)来?看"
    r")[,，]|另有|(?:以上|上述)?[两二三四五六七八九]项(?:合计|共计|相加)[,，:]|(?:涉及|属于|来自)[^,，。;\d]{1,12}的)"
)
"""How a sentence begins that counts more, or less, than the figures of the report do."""
_EACH: Final = "(?:[人户车月日年次]均|平均(?:每[人户辆个月次])?|每[人户辆月])"
_MOVED: Final = "(?:压减|节约|结转|减少|增加|核减|追加|调增|调减|超支|结余)的"
_FOR: Final = "用于[^,，。;\\d]{1,12}的"
_BESIDE: Final = re.compile(rf"(?:其中)?(?:{_EACH}|{_MOVED}|{_FOR}){_LINE}[\d.,]+[万亿]?元[,，、]")
"""What stands once before things of one kind: 人均基本支出A，项目支出B."""
_WITHIN: Final = re.compile("(?:其中)?[,，]?([^,，。;:]{2,10}(?:经费|支出|资金|专项))中[:,，]")
"""What the figures behind it are a part of."""
_LEAST: Final = 4


def framed(reading: Reading, phrase: Token) -> str:
    """Return the words that give a figure another base than the report's; empty if none do.

    不含上级追加，支出A; 另有公务接待费A; 月均基本支出A，项目支出B.

    Args:
        reading: the piece that is read.
        phrase: the name of the figure.
    """
    text, at = reading.run.plain, phrase.start
    begin = _begin(reading, phrase)
    if at - begin < _LEAST and not text.endswith("另有", begin, at):
        return ""
    said = _FRAMES.match(text, begin, at) or _BESIDE.fullmatch(text, begin, at)
    if said is not None:
        return said[0].strip(",，、")
    return "另有" if text.endswith("另有", begin, at) else ""


def _begin(reading: Reading, phrase: Token) -> int:
    """Return where the sentence of a phrase begins, or so far back as it is looked through."""
    text, at = reading.run.plain, phrase.start
    near = max(0, at - _NEAR)
    return max(near, text.rfind("。", near, at) + 1, text.rfind(";", near, at) + 1)


def of_topic(reading: Reading, phrase: Token, place: Place) -> str:
    """Return the topic whose “三公”经费 a figure may be, and not all; empty if none is open.

    防火专项：公务接待费A; 项目支出中，“三公”经费A.

    Args:
        reading: the piece that is read.
        phrase: the name of the figure.
        place: its line.
    """
    if place.item != "three_public":
        return ""
    within = _WITHIN.match(reading.run.plain, _begin(reading, phrase), phrase.start)
    if within is not None:
        return within[1]
    name = reading.context.theme[0].matter if reading.context.theme else ""
    return name if name.endswith(reading.wording.outline.topics) else ""


def narrower(reading: Reading, phrase: Token, place: Place) -> str:
    """Return what stands before a general head and is narrower than the report; empty if nothing.

    Args:
        reading: the piece that is read.
        phrase: the head with its words.
        place: the line it would be.
    """
    if place.steps or place.item or place.matter or place.side not in ("income", "expenditure"):
        return ""
    text, begin = reading.run.plain, _begin(reading, phrase)
    listed = _LISTED.search(text, begin, phrase.start) or _MONEY.match(text, begin, phrase.start)
    if listed is not None:
        return listed[0]
    if phrase.name in _WHOLE or place.account not in ("", "all_funds"):
        return ""
    first = reading.context.stating[:1]
    topics = reading.wording.outline.topics
    if first and isinstance(first[0].value, Amount) and has_any(first[0].place.matter, topics):
        return first[0].place.matter  # 灯塔项目总投资A，到位B，支出合计C
    said = _ITEM.search(text, begin, phrase.start)
    return said[0] if said is not None else _fund(text, phrase.start)


def _fund(text: str, at: int) -> str:
    """Return the fund that a sentence, or the one right before it, speaks of; empty if none does.

    工伤保险基金收入A，增长P；支出B. 另一部分是失业保险基金。2021年收入C.
    """
    begin = max(0, at - _NEAR, text.rfind("。", 0, at) + 1)
    said = _FUND.findall(text, begin, at)
    if said:
        return str(said[-1])
    opened = _ENDING.search(text, max(0, begin - _NEAR), begin)
    return opened[1] if opened is not None else ""
