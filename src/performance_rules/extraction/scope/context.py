"""The context of a clause: what it inherits from the sentence, the item and the headings above.

Subject: own, then the item's first, then the heading's (weak: it lends scope, never a whole).
``；`` ends the own subject, ``。`` also year, stage and base, unless 其中 follows.  Brackets keep
what stood before them.
"""

from __future__ import annotations

from typing import Final

from attrs import define, evolve, field

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Compared, Ledger, Level, Listing, Record
from performance_rules.extraction.scope.clauses import Around, Clause, Frame, Places
from performance_rules.extraction.scope.facts import COLUMNS, Facts
from performance_rules.extraction.tokens.scan import Token
from performance_rules.extraction.tokens.wording import Outline, Sense

_RECENT: Final = 12
_CHAPTER: Final = 1  # 第一部分, 一、: items of other ranks may stand below a line of text
_STATED: Final = 60
"""So many figures of a sentence are remembered."""


@define(eq=False)
class Context:
    """The state of reading a document.

    Attributes:
        facts: kind and year of the document.
        words: what names end with, and begin with.
        ledger: what has been read.
        frames: the open items, from the document down.
        now: what the clause inherits.
        before: what the previous sentence left, for 其中.
        kept: what stood before each open bracket.
        segment: number of the clause group, counted over the document.
        claims: comparisons of this clause group, and of the sentence.
        sentence: comparisons of the sentence so far.
        previous: comparisons of the sentence before.
        recent: the latest comparisons, for a cause that names its subject.
        family: the count last spoken of in the sentence.
        hint: the budget last named in the paragraph.
        section: the headings that are open, joined by /.
        stated: the last level of each line.
        classed: the last line of the sentence by the level, 类、款、项, that was printed.
        joined_scope: the scope said by the figure that 、 joins the next one to.
        several: whether the sentence before said figures beside each other.
        doubted: whether the sentence holds a figure that was not understood.
        unsure: whether it is therefore not certain of which one parts are being said.
        levels_near: the last levels of the paragraph.
        sentences: how many sentences have been read.
        stating: the levels of the sentence, outside brackets.
        last: what was said before the last ``；`` of the sentence.
        series: the levels of the sentence that stand beside each other, in no list.
        entered: how many items and paragraphs have been entered.
        item: whether the paragraph begins an item: only items are parts of what stands above.
        missed: what was said last before a figure that was not understood.
        scoped: the account that the paragraph began with: 政府性基金：….
        dated: the year that it began with, as a sentence of its own.
        away: whether the sentence before was of a year that the report has no column for.
        began: the token with which the last item of a sentence began; 0 where there is none.
        divided: the level of the sentence that was last divided in one way or another: 按单位分：….
        inside: the list whose kinds the sentence before told, or went on with: 某支出中，基本支出N.
        theme: what the sentence began by saying it was about: 直达资金方面，….
        unit: the unit that the head of the document fixes for all its amounts.
        lead: the list that the line above heads, and the mark that says so.
    """

    facts: Facts
    ledger: Ledger
    words: Outline
    frames: list[Frame] = field(factory=lambda: [Frame(-1)])
    now: Clause = field(factory=Clause)
    before: Clause = field(factory=Clause)
    kept: list[tuple[Clause, Sense | None]] = field(factory=list)
    segment: int = 0
    claims: list[Compared] = field(factory=list)
    sentence: list[Compared] = field(factory=list)
    previous: list[Compared] = field(factory=list)
    recent: list[Compared] = field(factory=list)
    family: Sense | None = None
    hint: str = ""
    section: str = ""
    entered: int = 0
    item: bool = False
    stated: dict[Place, Level] = field(factory=dict)
    series: list[Level] = field(factory=list)
    last: tuple[Level, ...] = ()
    stating: list[Level] = field(factory=list)
    levels_near: list[Level] = field(factory=list)
    sentences: int = 0
    joined_scope: str = ""
    classed: dict[str, Place] = field(factory=dict)
    several: bool = False
    unsure: bool = False
    doubted: bool = False
    missed: Level | None = None
    scoped: str = ""
    dated: int | None = None
    away: bool = False
    theme: Places = ()
    began: int = 0
    divided: Level | None = None
    inside: Listing | None = None
    unit: str = ""
    lead: tuple[Listing, str] | None = None

    # ── items ──

    def enter(self, rank: int | None, title: str, ordinal: int) -> Frame:
        """Open an item, or a paragraph inside the one that is open."""
        self.item = rank is not None
        while self.frames[-1].inline:
            self.frames.pop()
        if rank is not None:
            while self.frames[-1].rank >= rank:
                self.frames.pop()
            if rank <= _CHAPTER:
                self.frames[0].scope = ""  # what the text before the first heading began with
            self.frames.append(Frame(rank, title, ordinal=ordinal))
            self.section = "/".join(frame.title for frame in self.frames if frame.title)
        else:
            top = self.frames[-1]
            if self.ledger.bound != top.bound:
                top.subjects = ()
            for frame in self.frames:
                frame.scope = "" if frame.passing(top) else frame.scope
        self.scoped, self.dated, self.away = "", None, False
        self.now, self.before, self.kept = self._clause(), Clause(), []
        self.claims, self.sentence, self.previous, self.began = [], [], [], 0
        self.series, self.stating, self.last, self.theme = [], [], (), ()
        self.family, self.hint, self.divided, self.inside = None, "", None, None
        self.segment += 1
        self.entered += 1
        self.sentences += 2
        self.levels_near = []
        if rank is not None:
            around = Around(distance=self.now.distance, sentence=self.sentences)
            self.frames[-1].around = around
        return self.frames[-1]

    def _clause(self) -> Clause:
        """Return a new clause: of the year that the heading names, if it names one."""
        said = (frame.distance for frame in reversed(self.frames) if frame.distance is not None)
        return Clause(distance=next(said, None) if self.dated is None else self.dated)

    def beside(self, rank: int, ordinal: int) -> None:
        """；二是: an item of the sentence begins; the one before it hands nothing on to it."""
        now = self.now
        around = Around(self.theme, now.body, now.stage, now.distance, self.sentences)
        if self.frames[-1].rank >= rank:
            while self.frames[-1].rank >= rank:
                around = self.frames.pop().around
            self.before = Clause()
        self.theme, now.body = around.theme, around.body
        if around.sentence == self.sentences:
            now.stage, now.distance = around.stage, around.distance
        self.now.narrow, self.family = "", None
        self.frames.append(Frame(rank, ordinal=ordinal, inline=True, around=around))

    # ── resets ──

    def end_group(self) -> None:
        """``；``: the own subject ends, and a list opened in this group."""
        lists = self.now.lists
        for listing in lists:
            listing.closed = (
                listing.closed or listing.segment == self.segment or self._is_flat(listing)
            )
        while len(lists) > 1 and lists[-1].segment == self.segment:
            lists = lists[:-1]
        self.now.lists = lists
        self.last = self.now.levels or self.last
        if self.now.began is not None and self.now.group == self.segment:
            self.now.stage, self.now.distance = self.now.began  # A N，预算M；B N，预算M
        self.now.forget()
        self.claims = []
        self.segment += 1

    def _is_flat(self, listing: Listing) -> bool:
        """Whether weaker marks part a list: 其中：货物A、服务B；小微企业C is none of it."""
        own = [level.place for level in self.stating if level.group == self.segment]
        return sum(place in listing.parts for place in own) > 1

    def leave_lists(self, place: Place) -> None:
        """End the lists that a line cannot be a part of: 项目支出 behind what 基本支出 includes."""
        while self.now.lists:
            whole = self.now.lists[-1].whole
            if place.matter or not whole.steps or place == whole or place.within(whole):
                return
            self.now.lists = self.now.lists[:-1]

    def end_inner_group(self) -> None:
        """``；`` inside a bracket ends the own subject only."""
        if self.now.lists:
            self.now.lists[-1].mixed = True
        self.now.forget()

    def still_inside(self, sense: Sense | None) -> str:
        """Return the account whose kinds go on: 某支出中，基本支出A。项目支出B."""
        listing = self.inside
        if listing is None or sense is None or not sense.place.steps:
            return ""
        above = sense.place.on(listing.whole.account).parent
        beside = any(part.parent == above == listing.whole for part in listing.parts)
        return listing.whole.account if beside else ""

    def end_sentence(self) -> None:
        """``。``: everything the sentence said is over; 其中 may take it up again."""
        self.before = self.now
        inner, told = self.now.lists[-1:], {level.place.account for level in self.stating}
        goes_on = self.inside is not None and told == {self.inside.whole.account}
        self.inside = inner[0] if inner and inner[0].inside else self.inside if goes_on else None
        if self.now.distance is not None:
            self.away = self.now.distance not in COLUMNS
        self.sentences += 1
        self.classed, self.divided = {}, None
        self.several = self.doubted or len({level.place for level in self.stating}) > 1
        self.doubted = False
        self.now, self.kept, self.unsure = self._clause(), [], False
        self.series, self.stating, self.last, self.theme = [], [], (), ()
        listing = self.frames[-2 if self.frames[-1].inline else -1].listing
        if listing is not None and listing.parts:
            listing.closed = True
        if self.sentence:
            self.previous = self.sentence
        self.claims, self.sentence, self.family = [], [], None
        self.segment += 1

    def resume(self) -> None:
        """其中 at the start of a sentence goes on with the one before it.

        If that one said several figures beside each other, which of them is not certain.
        """
        self.unsure = self.several
        self.now = evolve(self.before)
        listing = self.now.lists[-1] if self.now.lists else None
        level = self.now.levels[-1] if self.now.levels else None
        if listing is not None and listing.level and level and level.place != listing.whole:
            self.now.levels = (listing.level,)  # A N，包括B、C。其中: of A

    def open_bracket(self, *, parts: bool = True) -> None:
        """Keep what stands before a bracket; inside it, the last level may be the whole."""
        self.kept.append((evolve(self.now), self.family))
        if not parts:
            self.now.lists = ()
        if self.now.levels and parts:
            level = self.now.levels[-1]
            opened = Listing(level.place, level.name, level, whole_said=True)
            self.ledger.listing(opened)
            self.now.open(opened)

    def close_bracket(self) -> None:
        """Go back to what stood before the bracket."""
        if self.kept:
            self.now, self.family = self.kept.pop()

    # ── what a clause is about ──

    @property
    def strong(self) -> Listing | None:
        """The list whose parts are being said: 其中, brackets, or an item's 如下."""
        if self.now.lists:
            return self.now.lists[-1]
        frames = self.frames
        if frames[-1].inline and frames[-1].listing is None:
            frames = frames[:-1]
        last = frames[-1].listing
        if last is not None or not self.item:
            return last
        for frame in reversed(frames[:-1]):
            around = frame.listing or frame.below
            if around is not None:
                return around
        return None

    @property
    def subjects(self) -> Places:
        """What a clause without a subject of its own is about."""
        if self.now.own or self.theme:
            return self.now.own or self.theme
        last, top = self.before.own, self.frames[-1].subjects
        if self.frames[-1].inline:
            top = top or self.frames[-2].subjects
        if last and top and _moved_on(last[0], top):
            return last
        for frame in reversed(self.frames):
            if frame.subjects or frame.weak:
                return frame.subjects or frame.weak
        return ()

    def taken_up(self, places: Places, name: Token) -> Places:
        """Return what a name without a figure of its own is about where its parts follow it.

        财政拨款支出中，基本支出N。基本支出包括A、B: the one that the paragraph told last by this
        name, whichever account that was of.
        """
        if len(places) != 1 or name.scope or not places[0].steps or places[0].matter:
            return places
        mine = places[0]
        for level in reversed(self.levels_near):
            told = level.place
            if (told.side, told.item, told.steps) == (mine.side, mine.item, mine.steps):
                return (told,)
        return places

    @property
    def several_before(self) -> bool:
        """Whether the group before a ``；`` said figures of several lines beside each other."""
        group = self.last[-1].group if self.last else 0
        return len({level.place for level in self.stating if level.group == group}) > 1

    @property
    def topic(self) -> Place | None:
        """The matter that is spoken of, if it is one: what 支出 without more is the 支出 of."""
        places = self.subjects
        return places[0].root if places and places[0].matter else None

    @property
    def body(self) -> str:
        """The body other than the document's whose figures are said; empty for its own."""
        if self.now.body is not None:
            return self.now.body
        return next((f.body for f in reversed(self.frames) if f.body is not None), "")

    @property
    def weak(self) -> Place | None:
        """The place that the item or its heading is about, if it is one."""
        for frame in reversed(self.frames):
            places = frame.subjects or frame.weak
            if places:
                return places[0]
        return None

    def column(self) -> str:
        """Return the column of the figure that a claim without a level is about."""
        if self.now.column:
            return self.now.column
        column = self.facts.column(self.now.stage, self.now.distance or 0)
        return column or self.facts.column("", 0) or "final"

    def begin(self, *, bare: bool) -> None:
        """Keep what was in force at the first level of a group, if that names nothing itself."""
        now = self.now
        if now.group != self.segment:
            now.group, now.began = self.segment, (now.stage, now.distance) if bare else None

    def add(self, record: Record) -> None:
        """Keep a record, and of whose money it is."""
        now = self.now
        record.fund = (now.fund if now.own or now.fund is not None else self.before.fund) or ""
        self.ledger.add(record)

    def state(self, level: Level) -> None:
        """Keep a level, for what is said of it later."""
        self.add(level)
        level.group, level.sentence = self.segment, self.sentences
        self.levels_near = [*self.levels_near[-_RECENT:], level]
        self.stated[level.place] = level
        top = self.frames[-1]
        if top.scope and not top.headed and _is_whole_of_another(level.place, top.scope):
            top.scope = ""  # 财政拨款收入A，收入总额B；支出C: C is not the 财政拨款's
        if top.below is not None and _stands_beside(level.place, top.below.whole):
            top.below = None  # A N；B N: the items below are not parts of A
        for listing in self.now.lists[-1:]:
            if listing.change is not None:
                listing.said.append(level)
        if not self.kept:
            self.stating = [*self.stating[-_STATED:], level]
            if not self.now.lists:
                self.series = [*self.series[-_STATED:], level]

    def remember(self, claim: Compared) -> None:
        """Keep a comparison for the cause that may follow it."""
        self.add(claim)
        self.claims.append(claim)
        self.sentence.append(claim)
        self.recent = [*self.recent[-11:], claim]


def _is_whole_of_another(place: Place, scope: str) -> bool:
    """Whether a line is all the income or expenditure of another account."""
    whole = place.side in ("income", "expenditure", "total") and not place.steps
    return whole and bool(place.account) and place.account != scope


def _stands_beside(place: Place, other: Place) -> bool:
    """Whether a line stands in one list with another: it is told beside it, and no part of it."""
    return place != other and other.parent is not None and place.parent == other.parent


def _moved_on(place: Place, first: Places) -> bool:
    """Whether an item (A N，…。B N，…。) has gone on from its first lines to another one."""
    if place in first or place.within(first[0]):
        return False
    return first[0].side != "total" or place.account != first[0].account
