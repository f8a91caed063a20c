"""What a phrase refers to where it stands: a line, what was spoken of before, or its owner's."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.scope.clauses import Places
from performance_rules.extraction.scope.facts import BUDGETS, PRIOR
from performance_rules.extraction.scope.funds import note_fund
from performance_rules.extraction.scope.reading import LOST, NO_SUBJECT, UNNAMED, UNSURE, Reading
from performance_rules.extraction.scope.subjects import SIDE_NAMES, NotBound, matter_of, places_of
from performance_rules.extraction.tokens.patterns import WINDOW, Found
from performance_rules.extraction.tokens.scan import Token
from performance_rules.text.words import has_any

THIS: Final = "本项目"
_OF_YEAR: Final = ("全年", "全年度", "年度", "本年", "当年")
_NAMED: Final = re.compile(rb"T[wYSa]*")
_TAKEN_APART: Final = re.compile(rb"T[wYSa]*\([^()]*\)")
_PAYS_ON: Final = re.compile("[;；](安排|列支|开支|支付)$")
_MONEY: Final = ("资金", "收入", "经费")
_NEAR: Final = 4
_BEHIND: Final = re.compile("元[,，、]\\Z")
_SIDES: Final = (SIDE_NAMES["income"], SIDE_NAMES["expenditure"])


def subjects_of(reading: Reading, found: Found) -> Places:
    """Return what a claim is about: the phrase in it, or what the clause is about.

    Raises:
        NotBound: if that is not known.
    """
    token = reading.token(found, "subject")
    if token is not None:
        return lines_of(reading, token)
    places = inherited(reading)
    if not reading.context.subjects and places[0] not in reading.context.stated:
        raise NotBound(NO_SUBJECT)  # a change of nothing that was said
    return places


def inherited(reading: Reading, at: int | None = None) -> Places:
    """Return what a claim without a subject of its own is about.

    Args:
        reading: the piece that is read.
        at: the token with which it begins.

    Raises:
        NotBound: if that is not known.
    """
    context = reading.context
    if context.now.lost:
        raise NotBound(LOST)
    if at is not None and not context.now.own and _is_beside(reading, at):
        raise NotBound(NO_SUBJECT)
    if context.body and not context.now.own:
        return (matter_of(context, context.body),)
    places = context.subjects
    if places and context.facts.of_project and not context.now.own and _is_project(places[0]):
        return (matter_of(context, THIS),)
    return places or (matter_of(context, _implied(reading), context.body),)


def _is_beside(reading: Reading, at: int) -> bool:
    """Whether a sentence begins with something beside what its heading names: 同步更换浮标，N."""
    text, begin = reading.run.plain, reading.tokens[reading.start_of(at)].start
    if not text.startswith(reading.wording.outline.besides, begin):
        return False
    return any(text.find(mark, begin, reading.tokens[at].start) >= 0 for mark in ",，")


def _is_project(place: Place) -> bool:
    """Whether a line is 项目支出: in the headings of a report on a project, that project's."""
    return place.last is not None and place.last.key == "project"


def _implied(reading: Reading) -> str:
    """Return a name for what a paragraph is about that does not say it: its heading's."""
    titled = next((f.title for f in reversed(reading.context.frames) if f.title), "")
    return titled or UNNAMED


def lines_of(reading: Reading, phrase: Token, at: int | None = None) -> Places:
    """Return the lines a phrase means.

    A bare 支出 in an item about 三公 or 机关运行经费 refers back to what was spoken of. A name
    that no lexicon knows is a part of the list that is open only where that list goes on.

    Args:
        reading: the piece that is read.
        phrase: the phrase.
        at: which token it is.

    Raises:
        NotBound: if it cannot be told.
    """
    note_fund(reading, phrase)
    narrower = _narrower(reading, phrase)
    if narrower is not None:
        return (narrower,)
    owner = _owner(reading, phrase) or _beside(reading, phrase, at)
    strong = reading.context.strong
    if owner and not reading.context.unsure and refers_back(reading, phrase):
        return reading.context.subjects
    if phrase.senses[0].kind == "open" and strong is not None and at is not None:
        ended = strong.closed or reading.context.unsure or not reading.joined(at)
        strong.followed = strong.followed or ended
        if ended and (phrase.letter == "t" or strong.closed or reading.context.unsure):
            return (matter_of(reading.context, phrase.name, owner, part=False),)
    if owner and reading.context.unsure:
        raise NotBound(UNSURE)
    if owner:
        sense = phrase.senses[0]
        listed = sense.kind == "open" or bool(sense.place.side and sense.place.steps)
        return (matter_of(reading.context, reading.named(phrase), owner, part=listed),)
    if _is_outturn_of_item(reading, phrase):
        return reading.context.now.own
    if _is_headed_item(reading, phrase):
        return _headed(reading)  # 五、“三公”经费。全年支出N
    now = reading.context.now
    if _is_taken_apart(reading, phrase, at):
        return now.own
    if phrase.scope or phrase.sides != ("expenditure",):
        return places_of(reading.context, phrase)
    alone = at is not None and bool(now.own) and not now.levels
    if alone and _NAMED.fullmatch(reading.letters, now.at, at or 0):
        return now.own  # 会议费2020年支出N: the verb of what is named
    frame = reading.context.frames[-1]
    around = reading.context.subjects if reading.context.now.own or frame.subjects else frame.weak
    counted = reading.context.family
    part = counted.part if counted is not None else None
    whole = part.parent if part is not None else None
    inside = part and around and (part.within(around[0]) or around[0].within(part))
    if part and whole and around and (inside or around[0].within(whole)):
        return (part,)  # 国内公务接待N批次，共计支出N
    if counted and around and counted.place != around[0] and counted.place.within(around[0]):
        return (counted.place,)  # “三公”经费N。公务接待N批次N人次，支出M
    if refers_back(reading, phrase) or _of_another_year(reading, phrase, at):
        return around if around and around[0].item else reading.context.subjects
    weak = reading.context.weak
    if not around and weak is not None and weak.item:
        raise NotBound(NO_SUBJECT)
    return places_of(reading.context, phrase)


def _is_taken_apart(reading: Reading, phrase: Token, at: int | None) -> bool:
    """公用经费（办公费A、差旅费B）全年支出N: what a name whose parts a bracket tells has spent."""
    now, place = reading.context.now, phrase.senses[0].place
    if at is None or phrase.scope or place.side != "expenditure" or place.steps:
        return False
    spent = bool(now.own) and bool(now.own[0].steps) and now.own[0].side == place.side
    return spent and _TAKEN_APART.fullmatch(reading.letters, now.at, at) is not None


def _headed(reading: Reading) -> Places:
    """Return what the innermost item that says it is about, by its heading or first clause."""
    frames = reversed(reading.context.frames)
    return next((f.subjects or f.weak for f in frames if f.subjects or f.weak), ())


def _is_headed_item(reading: Reading, phrase: Token) -> bool:
    """Whether 全年支出 is that of the item its heading names, for nothing says whose else it is.

    So is 支出总额 right below a heading that is nothing but the name of a line: （四）政府采购。
    """
    context, sense = reading.context, phrase.senses[0]
    weak, frame = _headed(reading), context.frames[-1]
    spent = sense.place.side == "expenditure" and not sense.place.steps
    said = sense.year or (frame.alone and weak == frame.weak)
    if not (spent and said) or phrase.scope or not weak or not weak[0].item or context.now.own:
        return False
    return not reading.run.plain.endswith(reading.wording.bodies.owning, 0, phrase.start)


def _narrower(reading: Reading, phrase: Token) -> Place | None:
    """Return what a line's name means behind something narrower than a line.

    直达资金支出N，其中基本支出N; 下属林场基本支出N，项目支出N: of that, until the sentence says
    that it speaks of the whole body.
    """
    context = reading.context
    if not phrase.narrowed and not context.now.narrow:
        context.now.narrow = _paid_before(reading, phrase)
        if not context.now.narrow:
            return None
    sense = phrase.senses[0]
    if phrase.narrowed or sense.year or _is_own(reading, phrase):
        listed = context.now.lists[-1].parts if context.now.lists else ()
        # 其中维修费N，驾驶员培训费N，租赁费N: the word before one part is not that of the next
        context.now.narrow = "" if listed else phrase.narrowed
    place = sense.place
    if not context.now.narrow or phrase.narrowed or sense.kind == "open" or phrase.scope:
        return None
    total = sense.grand is not None and bool(context.now.levels)  # 食堂总收入N，总支出M
    if not (place.side and (place.steps or total)) and place.item != "three_public":
        return None
    whole = context.strong.whole if context.strong is not None else None
    if whole is not None and whole.matter:
        return whole.down(Step("members", phrase.name))
    return Place(matter=context.now.narrow + phrase.name, apart=context.entered)


def _paid_before(reading: Reading, phrase: Token) -> str:
    """Return whose money pays on: 自有资金安排公务用车运行费N；安排公务接待费M."""
    last = reading.context.last[-1:]
    verb = _PAYS_ON.search(reading.run.plain[max(0, phrase.start - _NEAR) : phrase.start])
    if verb is None or not last:
        return ""
    payer, found, _ = last[0].place.matter.partition(verb[1])
    return payer + verb[1] if found and payer.endswith(_MONEY) else ""


def _beside(reading: Reading, phrase: Token, at: int | None) -> str:
    """Return the matter whose 总支出 a phrase is that 、 joins to its income."""
    levels = reading.context.now.levels
    if at is None or not levels or not phrase.senses[0].place.side or phrase.scope:
        return ""
    near = reading.letters[max(0, at - WINDOW) : at].rstrip(b"w").endswith(b"N/")
    place = levels[-1].place
    return place.matter if near and place.matter.endswith(_SIDES) else ""


def _of_another_year(reading: Reading, phrase: Token, at: int | None) -> bool:
    """会议费2022年支出N，2021年支出M: the same thing in the other year, in one sentence."""
    mine, levels = reading.context.now.own, reading.context.now.levels
    if not at or not levels or not mine or not mine[0].steps or not phrase.senses[0].bare:
        return False
    dated = reading.tokens[at - 1]
    if dated.letter != "Y" or phrase.senses[0].grand is not None or phrase.senses[0].year:
        return False
    said = -1 if levels[-1].column in PRIOR else 0
    return reading.context.facts.distance(dated.value) in ({0, -1} - {said})


def refers_back(reading: Reading, phrase: Token | None) -> bool:
    """Whether a bare 支出 is that of an item spoken of before."""
    if phrase is None or phrase.scope:
        return False
    if _is_outturn_of_item(reading, phrase):
        return True
    if phrase.sides != ("expenditure",):
        return False
    frame = reading.context.frames[-1]
    own = reading.context.now.own or frame.subjects
    around = reading.context.subjects if own else frame.weak
    if around and around[0].item:
        return True
    # 公用经费预算N，支出N: in one sentence, of what it has just named
    mine = reading.context.now.own
    budget = reading.context.now.stage in BUDGETS
    named = bool(mine and mine[0].steps and mine[0].side == "expenditure")
    return budget and (named or bool(mine and mine[0].matter))


def _is_outturn_of_item(reading: Reading, phrase: Token) -> bool:
    """一是甲费年初安排N，全年支出M: right behind the budget of an item, what was spent of that."""
    sense, now = phrase.senses[0], reading.context.now
    place, levels, mine = sense.place, now.levels, now.own
    if not sense.year or place.side != "expenditure" or place.steps or place.account:
        return False
    if mine and mine[0].item == "three_public" and _is_of_the_year(reading, phrase):
        return True
    item = bool(mine and levels) and (mine[0].matter or mine[0].steps or mine[0].item)
    beside = _BEHIND.search(reading.run.plain[max(0, phrase.start - _NEAR) : phrase.start])
    if not item or beside is None or not levels[-1].name:
        return False  # 全年预算N，全年支出M: of the body, where nobody is named
    return levels[-1].column in BUDGETS and levels[-1].place == mine[0]


def _is_of_the_year(reading: Reading, phrase: Token) -> bool:
    """Whether 本年支出 follows what a sentence tells of an item in the year before.

    “三公”经费相当于2021年N的P，本年支出M: of that item, as long as no figure of this year was told.
    """
    context = reading.context
    told = context.now.levels or context.stating[-1:]
    if phrase.senses[0].grand is not None or _is_own(reading, phrase):
        return False
    return not told or (told[-1].column in PRIOR and told[-1].place == context.now.own[0])


def _owner(reading: Reading, phrase: Token) -> str:
    """Return the body or matter whose 支出, 基本支出 or 办公费 a phrase is.

    It is the innermost one that is spoken of, unless the phrase says that it is the whole
    body's: 全年支出, 本部门项目支出, 本年支出合计. Empty where it is the document's own.
    """
    context, sense = reading.context, phrase.senses[0]
    if context.body:
        return context.body
    topic = context.topic
    if topic is None or sense.place.item or sense.kind in ("open", "count", "counted", "path"):
        return ""
    name = topic.body or topic.matter
    if _of_thing(reading, phrase):
        return name
    outline = reading.wording.outline
    proper = has_any(name, outline.topics)
    if proper and context.now.own:
        return name  # 该工程总投资N，本年支出M
    if proper and context.facts.of_project and not _is_own(reading, phrase):
        return name  # 灯塔巡检项目自评得分N分。全年支出M
    if sense.year or sense.grand is not None or phrase.scope:
        return ""
    if sense.kind in ("functional", "economic") and not proper:
        return ""
    whole = phrase.name.endswith(outline.wholes)
    said = whole or reading.run.plain.endswith(reading.wording.bodies.determined, 0, phrase.start)
    return "" if said else name


def _of_thing(reading: Reading, phrase: Token) -> bool:
    """Whether what was spent in the year is that of the thing that heads an item.

    1.道路养护。养护道路12公里，全年支出A: the item has told what was done of it, or its heading is
    the proper name of a project.  Of money with accounts of its own, what came in is, too.
    """
    context = reading.context
    frame = context.frames[-1]
    headed = len(context.frames) > 1 and context.frames[-2].things == frame.rank
    place = phrase.senses[0].place
    if not headed or not frame.weak or place.steps:
        return False
    if place.side and frame.weak[0].matter.endswith(reading.wording.outline.accounted):
        return True
    if place.side != "expenditure":
        return False
    text, name = reading.run.plain, reading.named(phrase)
    if not (name.startswith(_OF_YEAR) or text.endswith(_OF_YEAR, 0, phrase.start)):
        return False
    proper = frame.weak[0].matter.endswith(reading.wording.outline.topics)
    return proper or any(t.letter in "Qq" and t.start < phrase.start for t in reading.tokens)


def _is_own(reading: Reading, phrase: Token) -> bool:
    """Whether the words before a phrase say that it is the body's: 我局支出, 本部门支出."""
    return reading.run.plain.endswith(reading.wording.bodies.owning, 0, phrase.start)
