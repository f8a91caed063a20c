"""Figures beside the point: sums, portions, suppositions, whose money it is, cells of a table."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.drafts.records import Level
from performance_rules.extraction.naming.names import how_many
from performance_rules.extraction.scope.clauses import Places
from performance_rules.extraction.scope.funds import ITEM
from performance_rules.extraction.scope.outturns import uses
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.subjects import NotBound, account_of, places_of
from performance_rules.extraction.tokens.patterns import WINDOW, Found
from performance_rules.extraction.tokens.scan import Token, is_scope
from performance_rules.report.model import WIDER
from performance_rules.values.quantity import Amount

SEVERAL: Final = "是几项的合计"
SHARED_OUT: Final = "分别说的是几项，不是这一项"
SUPPOSED: Final = "假设的数"
OF_FUND: Final = "是别的预算安排的，不是全部"
PORTION: Final = "其中的一部分，没有名称"
_BOUNDS: Final = (b".", b";")
_NAMES_TOPIC: Final = re.compile(rb"(?:[wYS]*W[wW/]*,)+")
"""Clauses of words that no lexicon knows."""
_VIEWS: Final = ("按", "从", "分", "对", "以", "就")
"""How a sentence begins that only says from where it looks: 从构成看，其中A."""
_BY: Final = "按"
_PAYING: Final = re.compile(
    "(?:政府性基金|国有资本经营|社会保险基金|社保基金)(?:预算)?(?:财政)?(?:拨款)?(?:资金)?(?:安排|列支|支付|负担|开支)的\\Z"
)
_ALL_OF_UNKNOWN: Final = re.compile(rb"w*W[wW]*J[wWT]*,")


def why_none(reading: Reading, found: Found) -> str:
    """Return why a figure is not that of the line named before it; empty if it may be."""
    if _of_several(reading, found) or _of_these(reading, found) or _added_up(reading, found):
        return SEVERAL
    if _before(reading, found).endswith(b"A"):
        return SHARED_OUT  # 三个项目分别支出N、N: one for each of them
    if _is_paid_by_fund(reading, found):
        return OF_FUND
    return ""


def _is_paid_by_fund(reading: Reading, found: Found) -> bool:
    """Whether a fund alone pays for what a figure is of: 政府性基金预算安排的公务接待费N."""
    phrase = reading.token(found, "subject")
    if phrase is None or phrase.senses[0].place.item != ITEM:
        return False
    near = reading.run.plain[max(0, phrase.start - WINDOW) : phrase.start]
    return _PAYING.search(near) is not None


def leaves_out(reading: Reading, found: Found) -> bool:
    """Whether a figure that is not that of one line is of names that have none of their own.

    其中：甲、乙共N；丙M: a list with such a figure holds less than it says.
    """
    return not (_of_these(reading, found) or _added_up(reading, found))


def on_supposed(reading: Reading, found: Found) -> int:
    """假如不计这部分，支出N: no figure of the rest of the sentence is a fact."""
    if not reading.starts_clause(found.start):
        return found.end
    end = reading.letters.find(b".", found.start)
    end = len(reading.letters) if end < 0 else end
    figures = [i for i in range(found.start, end) if reading.tokens[i].letter in "NPQq"]
    reading.lose(SUPPOSED, *figures)
    return end


def on_portion(reading: Reading, found: Found) -> None:
    """承担其中的N批次: how much of a figure, not the figure."""
    reading.lose(PORTION, found.first("amount"))


def _before(reading: Reading, found: Found) -> bytes:
    """Return the letters before what a level is about, without words that may be left out."""
    at = found.first("subject", "subjects")
    at = found.start if at is None else at
    return reading.letters[max(0, at - WINDOW) : at].rstrip(b"w")


def _of_several(reading: Reading, found: Found) -> bool:
    """Whether a figure is that of several lines together: A、B共计N."""
    at = found.first("subject")
    if at is None or at < 2 or reading.letters[at - 2 : at] not in (b"T/", b"Tw", b"TC"):
        return False
    between = reading.tokens[at + 1 : found.parts["amount"][0]]
    whole = reading.named(reading.tokens[at]).endswith(reading.wording.outline.wholes)
    joined = reading.printed(at - 1, at) in reading.wording.outline.both
    if joined and whole:
        return True  # 基本支出与项目支出合计N
    listed = joined or reading.letters[at - 1 : at] == b"/"
    return listed and any(token.value == "sum" for token in between)


def _added_up(reading: Reading, found: Found) -> bool:
    """加A N、B N，收入合计N: the sum of what was added up, not all the income of the year."""
    phrase = reading.token(found, "subject")
    if phrase is None or not phrase.senses[0].place.side or phrase.scope:
        return False
    begin = reading.tokens[reading.start_of(found.start)].start
    total = phrase.name.endswith(reading.wording.outline.wholes)
    return total and reading.run.plain.startswith(reading.wording.outline.adding, begin)


def _of_these(reading: Reading, found: Found) -> bool:
    """Whether a figure is that of things said before: 这三笔共N, 上述两项N."""
    phrase = reading.token(found, "subject")
    return phrase is not None and how_many(phrase.name, reading.wording) > 0


def is_funds(reading: Reading, found: Found) -> bool:
    """Whether a stage only says whose money it is: 上年结转资金N、当年预算资金N."""
    stage = found.first("stage", "stage2")
    if stage is None or found.first("subject", "subjects") is not None:
        return False
    near = reading.letters[max(0, found.start - WINDOW) : found.start]
    if uses(reading, reading.tokens[stage]) and near.rstrip(b"wY")[-1:] in (b"Z", b":", b","):
        return True  # 支出N，其中使用当年预算M: what was used of it, and no budget
    joined = near.rstrip(b"w").endswith(b"/")
    spent = near.endswith(b"w")  # 、使用当年预算N
    return joined and (spent or any(t.value == "noun" for t in reading.tokens[stage : found.end]))


def is_cell(token: Token) -> bool:
    """Whether a token is a bare whole number: a cell of a table run into the text."""
    return token.letter == "M" and "." not in token.value


def says_zero(reading: Reading, found: Found) -> bool:
    """年初预算为0，, A、B均为0，公务接待费为0，: a zero that ends the clause needs no unit."""
    index = found.parts["amount"][0]
    ends = reading.letters[index + 1 : index + 2] in (b",", b";", b".", b")")
    beside = found.first("subject") == index - 1 and reading.touches(index)
    beside = beside or _only_is(reading, found, index)
    said = found.first("stage", "subjects") is not None or (beside and ends)
    return reading.tokens[index].value == "0" and said and ends


def _only_is(reading: Reading, found: Found, index: int) -> bool:
    """Whether nothing but 为 stands between a subject and a figure."""
    _, end = found.parts.get("subject", (0, 0))
    between = reading.run.plain[reading.tokens[end - 1].end : reading.tokens[index].start]
    return end > 0 and between in ("为", "是")


def _note_fund(reading: Reading, found: Found, places: Places) -> None:
    """政府性基金预算财政拨款未安排“三公”经费: there are none of that fund."""
    before = reading.tokens[found.start - 1] if found.start else None
    if places[0].item == ITEM and before is not None and is_scope(before):
        reading.context.now.fund = account_of(reading.context, before)


def on_none(reading: Reading, found: Found) -> None:
    """无政府性基金预算财政拨款收入和支出: nothing at all."""
    context = reading.context
    column = context.facts.column(context.now.stage, context.now.distance or 0)
    if column is None:
        return
    begin, end = found.parts["subject"]
    scope = ""
    for token in reading.tokens[begin:end]:
        if token.letter != "T":
            continue
        scope = token.scope = token.scope or scope  # 收入和支出: one scope for both
        if token.senses[0].kind not in ("line", "scope") or (token.sides and not scope):
            continue
        try:
            places = places_of(context, token)
            _note_fund(reading, found, places)
        except NotBound:
            continue
        source = reading.source(found.start, found.end)
        for place in places:
            context.add(Level(place, column, Amount.parse("无"), source, token.name))


def of_other(reading: Reading, at: int) -> bool:
    """Whether 分为 has a subject that was not understood: 财政拨款按用途分为, behind a figure."""
    near = reading.letters[max(0, at - WINDOW) : at]
    begin = at - len(near) + len(near.rstrip(b"TwWSY"))
    phrase = next((i for i in range(begin, at) if reading.letters[i : i + 1] == b"T"), None)
    return phrase is not None and reading.context.now.at < phrase


def all_of_unknown(reading: Reading, at: int) -> bool:
    """Whether 其中 is behind what is said to be all of a thing that was not understood.

    年末余额全部为项目支出结转，其中A N: parts of that balance, and not of what came before it.
    """
    begin = reading.letters.rfind(b".", 0, at) + 1
    near = reading.letters[max(begin, at - WINDOW) : at]
    return _ALL_OF_UNKNOWN.fullmatch(near) is not None


def of_other_account(reading: Reading, found: Found) -> bool:
    """Whether the first part behind 其中 names another account than the figure before it.

    一般公共预算支出N，政府性基金支出M。其中一般公共预算基本支出A，项目支出B: none of them is of M.
    """
    first = reading.tokens[found.end] if found.end < len(reading.tokens) else None
    levels = reading.context.now.levels or reading.context.last
    account = levels[-1].place.account if levels else ""
    scope = first.scope if first is not None and first.letter == "T" else ""
    return scope != account and scope in WIDER and WIDER[scope] == WIDER.get(account)


def of_topic(reading: Reading, at: int) -> bool:
    """Whether the sentence of 其中 names what its parts are of, and gives no figure of it.

    全年支出N。资金由省、县两级承担，其中省级A: of that money, and not of what was spent before.
    """
    near = max(0, at - WINDOW)
    begin = max(reading.letters.rfind(mark, near, at) for mark in _BOUNDS) + 1
    said = reading.letters[begin:at]
    if not begin or not _NAMES_TOPIC.fullmatch(said):
        return False
    words = reading.run.plain[reading.tokens[begin].start : reading.tokens[at].start]
    return not words.startswith(_VIEWS)


def of_whole_again(reading: Reading, at: int) -> bool:
    """Whether a sentence takes the 支出 of an unnamed whole apart, behind one about an item.

    “三公”经费N，含A、B。支出按性质分，人员C、公用D: of the body, it may be, and not of the 三公,
    unless the heading says that all of it is about those.
    """
    tokens, frame = reading.tokens, reading.context.frames[-1]
    name, mine = tokens[at - 1] if at else None, reading.context.now.own
    if name is None or name.letter != "T" or not name.senses[0].bare or name.scope:
        return False
    begins = at > 1 and reading.letters[at - 2 : at - 1] == b"."
    apart = bool(mine) and bool(mine[0].item) and mine[0] not in frame.weak
    return begins and apart and reading.run.plain.startswith(_BY, tokens[at].start)
