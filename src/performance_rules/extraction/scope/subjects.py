"""Which line of the report a noun phrase means where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.drafts.places import Place, Step, same_line
from performance_rules.extraction.scope.clauses import Places
from performance_rules.extraction.scope.context import Context
from performance_rules.extraction.tokens.scan import Token
from performance_rules.extraction.tokens.wording import Sense
from performance_rules.report.lines import CODED
from performance_rules.report.model import BALANCES, WIDER, Account, Report, terms_of

NO_WHOLE: Final = "名称不认得，也没有说明是哪一项的部分"
NO_SIDE: Final = "只说了资金口径，没有说是收入还是支出"
NO_SENSE: Final = "这个名称不是金额"

ACCOUNT_NAMES: Final = {name: f.metadata["zh"] for name, f in terms_of(Report).items()}
SIDE_NAMES: Final = {name: f.metadata["zh"] for name, f in terms_of(Account).items()}

_ABOVE: Final = {"项": "款"}  # an item listed behind a group of the same list is a part of it
_PROPER: Final = 6  # a shorter name is not that of one project
_CLASS, _ITEM_CODE = 3, 5
"""So many digits of a code say its class; so many has that of an economic item."""
_RECENT: Final = 6
_ORDER: Final = ("opening", "income", "expenditure", "closing")  # of the sides of an account
_SIDES: Final = tuple(Place("all_funds", side) for side in ("income", "expenditure"))
_FUNDS: Final = frozenset(("government_fund", "state_capital"))


class NotBound(Exception):
    """A statement whose identity is not complete; the reason is its argument."""


def places_of(context: Context, token: Token) -> Places:
    """Return the lines that a phrase means; 收入支出 are two.

    Raises:
        NotBound: if it cannot be told.
    """
    if len(token.sides) > 1:
        account = account_of(context, token)
        return tuple(Place(account, side) for side in token.sides)
    sense = _sense(context, token)
    if sense is None:
        raise NotBound(NO_SENSE)
    return (place_of(context, token, sense),)


def place_of(context: Context, token: Token, sense: Sense) -> Place:
    """Return the line that a phrase means in one of its senses.

    Raises:
        NotBound: if it cannot be told.
    """
    if sense.kind == "scope":
        return _of_scope(context, token)
    if sense.kind == "path":
        return _of_path(context, token, sense.place)
    if sense.kind in ("functional", "economic"):
        return _of_class(context, token, sense)
    if sense.kind == "open":
        return _of_unknown(context, token)
    place = sense.place
    if place.steps and place.side and (whole := _apart(context)) is not None:
        return whole.down(Step("members", token.name))  # 年末结转N，其中基本支出N
    if place.item:
        return _of_kind(context, place)
    if place.account:
        return _of_source(context, place)
    if not place.side:
        return _relative(context, sense)
    own = place.on(account_of(context, token))
    listed = context.now.lists[-1].whole if context.now.lists and token.scope else Place()
    divided = listed.steps and listed.dimension != "by_source"
    return _of_source(context, own) if divided else own  # 农林水支出N，其中：一般公共预算支出M


def account_of(context: Context, token: Token) -> str:
    """Return the account a phrase is about: its own, else inherited; a wider word never widens."""
    whole = context.strong.whole if context.strong is not None else None
    inherited = (whole.account if whole is not None else "") or context.now.scope or context.scoped
    if token.scope:
        headed = next((f.scope for f in reversed(context.frames) if f.scope and f.headed), "")
        narrower = inherited or headed
        return narrower if WIDER.get(narrower) == token.scope == "fiscal" else token.scope
    if context.now.payer and not any(s.year or s.grand is not None for s in token.senses):
        return context.now.payer  # 政府性基金安排城乡社区支出N
    sense = token.senses[0] if token.senses else None
    if context.joined_scope and sense is not None and _goes_on(context, sense.place.side):
        return context.joined_scope
    here = [level for level in context.series if level.group == context.segment]
    said = {level.place.account for level in here or context.series} - {""}
    if sense is not None and len(said) == 1 and "all_funds" not in said:
        sides = {level.place.side for level in here or context.stating}
        total = sense.grand is not None
        plain = said <= _FUNDS or not (total or sense.year)  # 财政拨款收入N，支出N，年末结转N
        plain = plain or (not total and _carries_on(context, sense.place.side))
        plain = plain or _is_course(context, sense, sides)
        if plain and (total or (sense.place.side and sense.place.side not in sides)):
            return said.pop()  # 政府性基金年初结转N，本年收入N，收入总计N，本年支出N
        again = sense.bare and not sense.place.steps and sense.place.side in sides
        if again and said <= _FUNDS and not (total or sense.year):
            return said.pop()  # 国有资本经营预算收入N，支出M；支出同比减少D
    inherited = inherited or context.still_inside(sense)
    if not inherited:
        # 收入合计 behind 一般公共预算拨款收入 is of all funds: only a heading narrows a total.
        total = sense is not None and (sense.year or sense.grand is not None)
        scopes = (f.scope for f in reversed(context.frames) if f.scope and (f.headed or not total))
        inherited = next(scopes, "")
    return inherited or "all_funds"


def _carries_on(context: Context, side: str) -> bool:
    """Whether a sentence tells how a balance went on, up to a side: 年初结转N，本年收入N."""
    sides = [level.place.side for level in context.stating]
    at = [_ORDER.index(one) for one in (*sides, side) if one in _ORDER]
    return sides[:1] == ["opening"] and len(at) > len(sides) and at == sorted(set(at))


def _apart(context: Context) -> Place | None:
    """Return the whole of what is listed if it is a balance, or what was bought."""
    whole = context.strong.whole if context.strong is not None else None
    if context.unsure or whole is None:
        return None  # 支出N，结转N。其中：基本支出N
    return whole if whole.side in BALANCES or whole.item == "disclosures" else None


def _is_course(context: Context, sense: Sense, sides: set[str]) -> bool:
    """Whether what is said goes on with one account: 年初结转N，本年收入M; 收入总计N，支出总计N."""
    if not _goes_on(context, sense.place.side) or sense.place.side in sides:
        return False
    begun, last = context.stating[0], context.stating[-1]
    return begun.place.side == _ORDER[0] or (sense.grand is not None and last.grand is not None)


def _goes_on(context: Context, side: str) -> bool:
    """Whether a side is a balance, or what comes next: 年初结转N、本年收入N、本年支出N."""
    if side in ("opening", "closing"):
        return True
    last = context.now.levels[-1].place.side if context.now.levels else ""
    return side in _ORDER and last in _ORDER and _ORDER.index(last) < _ORDER.index(side)


def _sense(context: Context, token: Token) -> Sense | None:
    """Return the sense that fits what is being spoken of."""
    senses = [s for s in token.senses if s.kind not in ("count", "counted")]
    if len(senses) < 2:
        return senses[0] if senses else _planned(token)
    around = context.strong.whole if context.strong is not None else context.weak
    wanted = _wanted(around)
    return next((s for s in senses if s.kind == wanted), senses[0])


def _planned(token: Token) -> Sense | None:
    """Money said of something that is counted: 项目 4 个，涉及预算金额 N."""
    return token.senses[0] if token.senses[0].kind == "counted" else None


def _wanted(around: Place | None) -> str:
    if around is None or around.item == "three_public":
        return "line"
    last = around.last
    economic = around.dimension == "by_economic" or (
        last is not None and last.key in ("basic", "project", "org_running", "personnel", "public")
    )
    if economic:
        return "economic"
    return "functional" if around.dimension == "by_function" or not last else "line"


def _of_scope(context: Context, token: Token) -> Place:
    """政府性基金 alone: the same side as the line it is said beside."""
    side = token.sides[0] if token.sides else ""
    if not side and not context.now.lost:
        whole = [context.strong.whole] if context.strong is not None else []
        levels = [level.place for level in context.now.levels]
        around = [*levels, *context.now.own, *context.subjects]
        if whole and (whole[0] in _SIDES or (context.now.lists and whole[0].steps)):
            around = [*levels, *context.now.own, *whole, *context.subjects]
        if any(place.side in SIDE_NAMES and place.side not in BALANCES for place in whole):
            around = [place for place in around if place.side not in BALANCES]
        around += whole  # 收入N，其中：上年结转A，政府性基金B: the fund's income
        side = next((p.side for p in around if p.side), "")
    if not side:
        raise NotBound(NO_SIDE)
    return _of_source(context, Place(account_of(context, token), side))


def _of_path(context: Context, token: Token, place: Place) -> Place:
    """A code or a path of 类、款、项: below the whole it is listed under, else by itself."""
    steps = place.steps
    dimension = steps[0].dimension
    whole = context.strong.whole if context.strong is not None else None
    if whole is not None and whole.dimension == dimension:
        return _under(_holding(whole, steps[0].code or ""), steps)
    above = context.classed.get(_ABOVE.get(token.unit, ""))
    if whole is not None and above is not None and above.within(whole) and len(steps) == 1:
        return _under(above, steps)
    first = steps[0].code or ""
    beside = context.classed.get(token.unit)
    if not first and len(steps) == 1 and beside is not None and len(beside.steps) > 1:
        return _under(beside.parent or beside, steps)  # （类）（款）A（项）N；B（项）M: beside A
    around = context.weak
    if first and around is not None and around.dimension == dimension:
        known = _code(around)
        if known and first.startswith(known) and first != known:
            return _under(around, steps)
    if not first and len(steps) < 3 and (above := _class_above(context, dimension)) is not None:
        return _under(above, steps)
    if dimension == "by_economic":
        return _under(_economic_whole(context, token), steps)
    side = whole.side if whole is not None and whole.side == "income" else "expenditure"
    return Place(account_of(context, token), side, steps=steps)


def _holding(whole: Place, code: str) -> Place:
    """Return what holds a code: a list below one class that another one follows has ended.

    林业和草原（21302）N，其中：…；住房改革支出（22102）N: beside the first, not in it.
    """
    place = whole
    while code and (known := _code(place)) and known[:_CLASS] != code[:_CLASS]:
        if place.parent is None:
            return whole
        place = place.parent
    return place


def _code(place: Place) -> str:
    last = place.last
    return (last.code or last.implied or "") if last is not None else ""


def _class_above(context: Context, dimension: str) -> Place | None:
    for frame in reversed(context.frames[:-1]):
        for place in frame.subjects or frame.weak:
            if place.dimension == dimension:
                return place
    return None


def _under(whole: Place, steps: Sequence[Step]) -> Place:
    """Return a path below a whole, without what the whole already is."""
    for i, step in enumerate(steps):
        if same_line(whole, (whole.parent or whole).down(step)):
            steps = steps[i + 1 :]
            break
    place = whole
    for step in steps:
        place = place.down(step)
    return place


def _of_class(context: Context, token: Token, sense: Sense) -> Place:
    """A name of the classifications."""
    step = Step(sense.place.dimension, token.name, implied=sense.code)
    whole = context.strong.whole if context.strong is not None else None
    item_level = len(sense.code or "") > 3
    if sense.kind == "economic" and whole is not None and _is_item(context, whole):
        dimension = step.dimension if whole.dimension == step.dimension else "by_source"
        return whole.down(Step(dimension, token.name))  # 公务用车运行费N，其中维修费N
    if whole is not None and whole.dimension == step.dimension:
        if item_level:
            return whole.down(step)
        return (whole.parent or whole).down(step)
    if sense.kind == "functional" and whole is not None and whole.dimension == "by_economic":
        return whole.down(Step("by_economic", token.name))  # older economic items have such names
    narrower = whole is not None and context.now.lists and (whole.matter or whole.steps)
    if sense.kind == "functional" and narrower and whole is not None:
        return whole.down(step)  # 项目支出N，其中教育支出N
    if sense.kind == "economic":
        above = _economic_whole(context, token)
        while above.dimension == "by_economic" and above.parent is not None:
            known = _code(above)
            if known and (sense.code or "").startswith(known) and known != sense.code:
                break
            above = above.parent  # 会议费，培训费: one is no part of the other
        return _under(above, (step,))
    side = whole.side if whole is not None and whole.side == "income" else "expenditure"
    return Place(account_of(context, token), side).down(step)


def _is_item(context: Context, whole: Place) -> bool:
    """Whether a list in the sentence is of one item: what it has is of that, whatever its name."""
    item = len(_code(whole)) >= _ITEM_CODE and whole.dimension == "by_economic"
    return bool(context.now.lists) and (whole.item == "three_public" or item)


def _has_rest(context: Context, whole: Place) -> bool:
    """Whether a list named all of a line, the rest as 其他: what is named later is in that."""
    listed = (one for one in context.ledger.listings[-_RECENT:] if one.whole == whole)
    names = (part.steps[-1].name for one in listed for part in one.parts if part.steps)
    return any(name.startswith(context.words.rest) for name in names)


def _economic_whole(context: Context, token: Token) -> Place:
    whole = context.strong.whole if context.strong is not None else context.weak
    told = context.strong is None and whole is not None and _has_rest(context, whole)
    if whole is not None and not told and _wanted(whole) == "economic":
        return whole
    return Place(account_of(context, token), "expenditure")


def _of_unknown(context: Context, token: Token) -> Place:
    """A name no lexicon knows: a part of the whole it is listed under."""
    if context.strong is None:
        return matter_of(context, token.name)
    whole = context.strong.whole
    if whole.matter:
        return whole.down(Step("members", token.name))
    dimension = whole.dimension
    if whole.item == "three_public":
        dimension = "by_source"  # 三公经费N，其中局机关A: its kinds divide it otherwise
    elif dimension not in CODED:
        dimension = {"income": "by_source", "expenditure": "by_function"}.get(whole.side, "members")
        last = whole.last
        if last is not None and last.key is not None:
            dimension = "by_economic" if last.key in ("basic", "public", "personnel") else "members"
    return whole.down(Step(dimension, token.name))


def matter_of(context: Context, name: str, owner: str = "", *, part: bool = True) -> Place:
    """Return the line of a thing that the fixed tree does not have, under its full name.

    The proper name of a project or body means one thing throughout; any other name, one in its
    paragraph.

    Args:
        context: where it is said.
        name: its name.
        owner: the body or project whose it is, if it is another one than the document's.
        part: whether it may be a part of what is listed of that owner.
    """
    strong = context.strong
    if part and owner and strong is not None and strong.whole.matter and strong.whole.body == owner:
        return strong.whole.down(Step("members", name))
    words, known = context.words, owner or name
    proper = len(known) >= _PROPER and known.endswith((*words.topics, *words.units))
    proper = proper and not known.startswith((*words.vague, *words.below))
    return Place(matter=name, body=owner, apart=0 if proper else context.entered)


def _of_source(context: Context, place: Place) -> Place:
    """其他收入 listed under one kind of fiscal funds is not all other income.

    Nor is 一般公共预算 that of all expenditure where it is listed under 项目支出.
    """
    whole = context.strong.whole if context.strong is not None else None
    listed = context.now.lists[-1].whole if context.now.lists else None
    if listed is not None and listed.steps and listed.side == place.side and not place.steps:
        if _overlaps(context, listed, place):
            raise NotBound(NO_WHOLE)  # 财政拨款N，一般公共预算M: no parts of one sum
        return source_of(listed, place.account, place.side)
    if whole is None or WIDER.get(whole.account) != "fiscal" or place.account == "all_funds":
        return place
    if whole.side != place.side or place.steps:
        return place
    name = f"{ACCOUNT_NAMES[place.account]}{SIDE_NAMES[place.side]}"
    return whole.root.down(Step("by_source", name))


def source_of(listed: Place, account: str, side: str) -> Place:
    """Return the part of a line that an account pays for."""
    return listed.down(Step("by_source", f"{ACCOUNT_NAMES[account]}{SIDE_NAMES[side]}"))


def _overlaps(context: Context, listed: Place, place: Place) -> bool:
    """Whether a list has an account that holds another one, or lies within it."""
    beside = (WIDER.get(place.account, ""), *(a for a, b in WIDER.items() if b == place.account))
    parts = context.now.lists[-1].parts
    return any(source_of(listed, one, place.side) in parts for one in beside if one)


def _of_kind(context: Context, place: Place) -> Place:
    """各类用车 after 其中 are parts of the vehicles just spoken of, held or planned."""
    whole = context.strong.whole if context.strong is not None else None
    last = place.last
    if place.item == "disclosures" and len(place.steps) > 1 and last is not None and not last.key:
        sibling = whole is not None and whole.item == "disclosures" and len(whole.steps) == 1
        if whole is not None and sibling:
            return whole.down(last)
    return place


def _relative(context: Context, sense: Sense) -> Place:
    """A phrase that only says which part: of the list, else of what is spoken of."""
    whole = context.strong.whole if context.strong is not None else None
    if sense.place.steps:
        if whole is None or context.unsure:
            raise NotBound(NO_WHOLE)
        key = whole.last.key if whole.last is not None else None
        return sense.under.get(key or "") or _under(whole, sense.place.steps)
    subjects = context.subjects
    if not subjects:
        raise NotBound(NO_SENSE)
    return subjects[0]
