"""The functions of the rule language: names, types, meaning, and what each gives.

A new function is one entry of :data:`FUNCTIONS` and one small Python function.  Functions that
carry an exact closed form (sum, share, growth …) return linear forms and rates; the comparison
judges them (``docs/numbers.md``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from performance_rules.language import lists, numbers, places, reasons, subjects, titles, words
from performance_rules.language.function import Function, entry
from performance_rules.language.signatures import (
    a_filter,
    a_list,
    a_list_of_conditions,
    a_list_of_numbers,
    a_list_or_filter,
    a_score,
    anything,
    line_and_column,
    line_and_elsewhere,
    line_or_breakdown,
    line_or_breakdown_and_codes,
    number_or_rate_and_bands,
    numbers_and_a_month,
    numbers_of_one_kind,
    one_number,
    takes,
    text_and,
    text_and_breakdown,
    texts_give,
    texts_status_and_year,
    two_numbers,
    weight_rate_and_scale,
)
from performance_rules.language.types import (
    AMOUNT,
    BANDS,
    BOOL,
    COMPARISON,
    COUNT,
    DATE,
    FIGURE,
    LINE,
    NUMBER,
    PERCENT,
    PRICE,
    TEXT,
    YEAR,
    list_of,
)

# fmt: off
_ALL: Final = (
    entry(
        "sum", "求和", "([数]) → 数",
        a_list_of_numbers, numbers.total,
        "各项相加；缺一项则不可知",
        "adds; a missing part makes the sum missing", each=True,
    ),
    entry(
        "share", "占比", "(部分, 整体) → 比率",
        two_numbers, numbers.quotient,
        "部分占整体的百分比",
        "part over whole, in percent",
    ),
    entry(
        "completion", "完成率", "(决算, 预算) → 比率",
        two_numbers, numbers.quotient,
        "决算占预算的百分比",
        "outturn over budget, in percent",
    ),
    entry(
        "score_rate", "得分率", "(得分, 分值) → 比率",
        a_score, numbers.score_rate,
        "得分占分值的百分比；得分按印出的位数取过整",
        "score over weight, in percent; the score was rounded to its printed digits",
    ),
    entry(
        "unit_price", "均价", "(金额, 数量) → 单价",
        takes(AMOUNT, COUNT, gives=PRICE), numbers.unit_price,
        "金额平均到一个（户、人、吨……）的数",
        "amount over count: what falls on one",
    ),
    entry(
        "pace", "序时率", "(执行, 预算, 月份) → 比率",
        numbers_and_a_month, numbers.pace,
        "执行数占预算数按月均摊到该月的百分比",
        "what was spent over the budget spread evenly up to a month, in percent",
    ),
    entry(
        "deducted", "扣分后", "(分值, 比率或百分数, 扣分办法) → 应得分",
        weight_rate_and_scale, numbers.deducted,
        "分值按扣分办法扣过以后应得的分；不满一步怎么扣没有写明的，各种算法都认",
        "what a scale of deduction leaves; all readings count where it does not say how it rounds",
    ),
    entry(
        "growth", "增减率", "(新, 旧) → 比率",
        two_numbers, numbers.growth,
        "（新−旧）/旧",
        "(new − old) / old",
    ),
    entry(
        "change", "增减额", "(新, 旧) → 数",
        takes(NUMBER, NUMBER, gives=NUMBER), numbers.change,
        "新−旧",
        "new − old",
    ),
    entry(
        "min", "最小", "(数, 数…) → 数",
        numbers_of_one_kind, numbers.extreme("min"),
        "最小的数",
        "the smallest",
    ),
    entry(
        "max", "最大", "(数, 数…) → 数",
        numbers_of_one_kind, numbers.extreme("max"),
        "最大的数",
        "the largest",
    ),
    entry(
        "abs", "绝对值", "(数) → 数",
        numbers_of_one_kind, numbers.absolute,
        "绝对值",
        "absolute value",
    ),
    entry(
        "or_zero", "无则零", "(数) → 数",
        one_number, numbers.or_zero,
        "没有这一项则为零；空白仍不可知",
        "zero where there is no such place; a blank stays missing",
    ),
    entry(
        "times", "乘以", "(数量, 单价) → 金额",
        takes(COUNT, AMOUNT, gives=AMOUNT), numbers.times,
        "数量乘以参数规定的单价（整元）",
        "a count times a price that a parameter fixes in whole yuan",
    ),
    entry(
        "implied", "推得", "(项, 栏) → 数",
        line_and_column, places.implied,
        "列出的数，没有则由本期减增减额推得",
        "the printed value, else figure − change",
    ),
    entry(
        "all", "都", "(x in 列表: 条件) → 是非",
        a_list_of_conditions, lists.all_of,
        "每一项都符合",
        "every item fulfils it", each=True,
    ),
    entry(
        "any", "有一", "(x in 列表: 条件) → 是非",
        a_list_of_conditions, lists.any_of,
        "至少一项符合",
        "at least one item fulfils it", each=True,
    ),
    entry(
        "count", "计数", "(列表) 或 (x in 列表: 条件) → 数量",
        a_list_or_filter, lists.count,
        "有几项（符合）",
        "how many (fulfil it)", each=True, printed=True,
    ),
    entry(
        "where", "筛选", "(x in 列表: 条件) → 列表",
        a_filter(list_of), lists.where,
        "符合条件的各项，按印出的数判断",
        "the items that fulfil it, by printed value", each=True, printed=True,
    ),
    entry(
        "present", "有", "(任意) → 是非",
        anything(BOOL), lists.present,
        "报告中有，且不是空白",
        "stated, and not blank",
    ),
    entry(
        "known", "已知", "(任意) → 是非",
        anything(BOOL), lists.known,
        "能取得或推得；条件则指能判断",
        "could be had; of a condition: settled",
    ),
    entry(
        "holds", "成立", "(条件) → 是非",
        takes(BOOL, gives=BOOL), lists.holds,
        "在印出的精度内成立；筛选中用来避免按印出值死比",
        "holds within printed precision, as a plain yes or no",
    ),
    entry(
        "like", "同口径", "(项, 比较) → 比较",
        takes(LINE, COMPARISON, gives=COMPARISON), places.like,
        "另一项同栏、同对比数的比较",
        "the comparison of the same column and base in another line",
    ),
    entry(
        "counterpart", "对应", "(项, 报告或口径) → 项",
        line_and_elsewhere, places.counterpart,
        "别处同一路径上的项",
        "the line at the same path elsewhere",
    ),
    entry(
        "wider", "上级口径", "(项) → 项",
        takes(LINE, gives=LINE), places.wider_line,
        "上一级口径中的同一项",
        "the same line in the next wider account",
    ),
    entry(
        "leaves", "末级", "(项或分解) → [项]",
        line_or_breakdown, places.leaves,
        "最末级各项；分解的，沿它自己的分类到最末级",
        "the lines not broken down further; of a breakdown, along its own dimension",
    ),
    entry(
        "below", "以下", "(项或分解) → [项]",
        line_or_breakdown, places.below,
        "其下各级各项，不含自身",
        "all lines below, without itself",
    ),
    entry(
        "tree", "全树", "(项或分解) → [项]",
        line_or_breakdown, places.whole_tree,
        "自身及其下各级各项",
        "itself and all lines below",
    ),
    entry(
        "wholes", "可能分母", "(数) → [数]",
        takes(FIGURE, gives=list_of(FIGURE)), places.wholes,
        "占比可能的分母：照措辞、按位置、总收入、总支出",
        "possible denominators: as worded, by place, total income, total expenditure",
    ),
    entry(
        "restatements", "各处", "(数) → [数]",
        takes(FIGURE, gives=list_of(FIGURE)), places.restatements,
        "这个数，以及合计相等的上级口径中的同一数",
        "the figure, and the same figure in wider accounts with equal totals",
    ),
    entry(
        "economic", "对应科目", "(三公项, 支出项) → [项]",
        takes(LINE, LINE, gives=list_of(LINE)), places.economic,
        "三公项在支出经济分类中的科目",
        "the economic lines a three-public item is booked under",
    ),
    *reasons.FUNCTIONS,
    entry(
        "mentions", "提及", "(文字, 项或文字) → 是非",
        text_and(LINE), words.mentions,
        "文字提到该项（按最长科目名）",
        "the text names the line, by longest codebook name",
    ),
    entry(
        "unlisted", "未列科目", "(文字, 分解) → [文字]",
        text_and_breakdown, words.unlisted,
        "文字点了名、分解里没有的科目",
        "subjects that the text names and the breakdown does not list",
    ),
    entry(
        "unlisted_names", "未列名称", "([文字], 分解) → [文字]",
        text_and_breakdown, subjects.unlisted_names,
        "列举的名称中，是科目而分解及其以下各级都没有列的",
        "which of several names are subjects listed nowhere in the breakdown, at any depth",
    ),
    entry(
        "unit_slip", "单位错位", "(数, 数) → 是非",
        takes(NUMBER, NUMBER, gives=BOOL), lists.unit_slip,
        "一个数是另一个的一万倍或一亿倍（相差不到 1%）：多半是元、万元、亿元写错",
        "one number is 10⁴ or 10⁸ times the other, within 1 %: most likely a wrong unit",
    ),
    entry(
        "matches", "匹配", "(文字, 模式) → 是非",
        text_and(TEXT), lists.matches,
        "线性时间正则（RE2）",
        "linear-time pattern (RE2)",
    ),
    entry(
        "find", "查找", "(文字, 模式) → [文字]",
        takes(TEXT, TEXT, gives=list_of(TEXT)), lists.find,
        "模式找到的文字",
        "what the pattern finds",
    ),
    entry(
        "years", "年份", "(文字) → [年度]",
        texts_give(YEAR), lists.years,
        "文字中写到的年份（2024年、2024年度）",
        "the years that the text names",
    ),
    entry(
        "alternatives", "各写法", "(文字) → [文字]",
        takes(TEXT, gives=list_of(TEXT)), lists.alternatives,
        "写在一起、用竖线隔开的几种写法",
        "the wordings of one thing, which bars keep apart",
    ),
    entry(
        "absent_titles", "未见标题", "([文字], [文字], [文字]) → [文字]",
        takes(list_of(TEXT), list_of(TEXT), list_of(TEXT), gives=list_of(TEXT)),
        titles.absent_titles,
        "目录各项（第一列）中，在各段、各表题名（后两列）里都没有相应标题的；下面还有子目的不算",
        "entries of a contents list with no title among paragraphs and captions; parents left out",
    ),
    entry(
        "in_codebook", "科目有效", "(项, 年度) → 是非",
        takes(LINE, YEAR, gives=BOOL), words.in_codebook,
        "名称在该年度科目中有效",
        "the name is valid in that year's classification",
    ),
    entry(
        "name_status", "名称状态", "(项, 年度) → 文字",
        takes(LINE, YEAR, gives=TEXT), words.name_status,
        "valid、alias、former、future 或 unknown",
        "valid, alias, former, future or unknown",
    ),
    entry(
        "coded", "取科目", "(项或分解, [编码]) → [项]",
        line_or_breakdown_and_codes, subjects.coded,
        "其下各级中编码在列的各项；没有这一项则为空",
        "the lines below with one of the codes; none where there is no such line",
    ),
    entry(
        "code_fits", "编码相符", "(项, 年度) → 是非",
        takes(LINE, YEAR, gives=BOOL), subjects.code_fits,
        "印出的编码是该名称在该年度的编码",
        "the printed code is one that the printed name has in that year",
    ),
    entry(
        "code_of_another", "编码另有所属", "(项, 年度) → 是非",
        takes(LINE, YEAR, gives=BOOL), subjects.code_of_another,
        "印出的功能科目编码在该年度肯定是另一个科目的",
        "the printed code of a functional subject is certainly that of another one in that year",
    ),
    entry(
        "miscoded_subjects", "误编科目", "(文字, 年度) → [文字]",
        takes(TEXT, YEAR, gives=list_of(TEXT)), subjects.miscoded_subjects,
        "文字中肯定印成了另一个科目的编码，各带它旁边的科目名称；年度不明的按现行科目",
        "codes of a text that are certainly of other subjects than those beside them",
    ),
    entry(
        "named_subjects", "所提科目", "(文字, 状态, 年度) → [文字]",
        texts_status_and_year, subjects.named_subjects,
        "文字中点到的功能科目名称，只取该年度处于某一状态的（former、alias …）",
        "functional subjects a text names in words of one status: former, alias …",
    ),
    entry(
        "band", "等级", "(数或比率, 分段) → [文字]",
        number_or_rate_and_bands(list_of(TEXT)), words.band,
        "所在分段的各个名称",
        "the labels of the band a number falls into",
    ),
    entry(
        "labels", "各等级", "(分段) → [文字]",
        takes(BANDS, gives=list_of(TEXT)), words.labels,
        "各分段的全部名称",
        "the labels of all bands",
    ),
    entry(
        "points", "得分", "(数或比率, 分段) → 数量",
        number_or_rate_and_bands(COUNT), words.points,
        "所在分段的分值",
        "the points of the band a number or rate falls into",
    ),
    entry(
        "threshold", "门槛", "(数或比率, 分段) → 百分比",
        number_or_rate_and_bands(PERCENT), words.threshold,
        "所在分段的比率",
        "the percentage of the band a number or rate falls into",
    ),
    entry(
        "days", "天数", "(起, 止) → 数量",
        takes(DATE, DATE, gives=COUNT), lists.days,
        "相隔天数",
        "days from one date to the other",
    ),
    entry(
        "years_apart", "相隔年数", "(年度, 年度) → 数量",
        takes(YEAR, YEAR, gives=COUNT), lists.years_apart,
        "后一个年度比前一个晚几年；早则为负",
        "how many years the second is later than the first",
    ),
    entry(
        "list", "列举", "(x in 列表: 文字) → 文字",
        a_list, words.listed,
        "用顿号连成一句",
        "joined into one text", each=True,
    ),
)
# fmt: on

FUNCTIONS: Final[Mapping[str, Function]] = {f.name: f for f in _ALL} | {f.zh: f for f in _ALL}
"""Every function by both of its names."""
