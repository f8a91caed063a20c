"""A printed quantity: an exact decimal that remembers its unit and its last printed digit.

``12.70万元`` says "within half of the last printed digit of 127,000 元". So each quantity carries,
next to the decimal a reader sees, whole numbers of 1/``SCALE`` of its base unit (元, one percent
point, one): ``n`` the value, ``step`` one unit of the last printed digit (0 where the digits are
the whole truth), ``half`` of that, and ``interval`` = [n - half, n + half].  A number that a word
rounds (约300万元) is ``approximate``: half its step is one unit of its last digit that is not 0.
Floats are refused, and nothing rounds except what says so.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, Literal, TypeAlias, TypeVar

from attrs import Factory, evolve, field, frozen

from performance_rules.text.numerals import (
    MAX_TEXT,
    NOTHING,
    PREFIX,
    Approximate,
    Numeral,
    half_width,
    read_numeral,
)

SCALE: Final = 100_000_000  # quantities compute as whole numbers of 1e-8 of the base unit
_PLACES: Final = 8  # SCALE == 10**_PLACES
_FEN: Final = SCALE // 100  # 0.01 元, the unit of account: an amount printed this finely is exact
_MAX_DIGITS = 30  # of a number
POWERS: Final = {"元": 0, "千元": 3, "万元": 4, "亿元": 8}  # of ten, of the units of money
_SCALES: Final[dict[str, int]] = {unit: SCALE * 10**power for unit, power in POWERS.items()}
_SHORT_UNITS: Final = {"万": "万元", "亿": "亿元"}
_BLANKS: Final = frozenset({"", "/", "-", "--", "\u2014", "\u2014\u2014", "N/A"})

_COUNTER: Final = re.compile(r"(?:[^\W\d_]+(?:[/·][^\W\d_]+)*(?:\([^\W\d_]+\))?)?")
_NOT_COUNTED: Final = re.compile(r"[万亿].*|.*(?<!单)元|.*百分点|无")


class QuantityError(ValueError):
    """A text or number that cannot be a printed quantity; ``args`` are (Chinese, English)."""

    def __str__(self) -> str:
        return " / ".join(map(str, self.args))


def _refused(value: object, chinese: str, english: str) -> TypeError:
    name = type(value).__name__
    return TypeError(f"不接受 {name}，请给{chinese} / {name} is not accepted: pass {english}")


def _whole(value: int) -> int:
    """The same whole number; anything else that looks like one is refused."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise _refused(value, "整数", "an int")
    return value


@frozen
class Interval:
    """A closed interval of whole 1/``SCALE`` units."""

    low: int = field(converter=_whole)
    high: int = field(converter=_whole)

    def __attrs_post_init__(self) -> None:
        if self.low > self.high:
            raise QuantityError("区间的下限大于上限", "the interval ends before it begins")

    def contains(self, n: int) -> bool:
        """Whether ``n`` lies inside, ends included."""
        return self.low <= _whole(n) <= self.high

    def scaled(self, k: int) -> Interval:
        """Every point times the whole number ``k``."""
        return Interval(*sorted((self.low * _whole(k), self.high * k)))

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)


def _number(value: Decimal | int) -> Decimal:
    """The value with its printed digits: no exponent above 0, no negative zero."""
    if type(value) is not Decimal:
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            raise _refused(value, "文字、Decimal 或 int", "text, Decimal or int to of()")
        value = Decimal(value)
    text = str(value)
    if len(text) <= _MAX_DIGITS and "E" not in text and value.is_finite():
        return value or value.copy_abs()
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise QuantityError(f"{value} 不是数", f"{value} is not a finite number")
    if max(value.adjusted() + 1, 0) + max(-exponent, 0) > _MAX_DIGITS:
        raise QuantityError(f"数字超过 {_MAX_DIGITS} 位", f"more than {_MAX_DIGITS} digits")
    return Decimal(int(value)) if exponent > 0 else value or value.copy_abs()


def _money_unit(unit: str) -> str:
    if unit in POWERS:
        return unit
    full = _SHORT_UNITS.get(unit, unit)
    if full not in POWERS:
        raise QuantityError(f"「{unit}」不是金额单位", f"expected one of {'、'.join(POWERS)}")
    return full


def _count_unit(unit: str) -> str:
    # 1.2万人 is rounded and 5元 is money: neither is the exact number that a count is.
    if not _COUNTER.fullmatch(unit) or _NOT_COUNTED.fullmatch(unit):
        raise QuantityError(f"「{unit}」不能作数量单位", "a count is exact, in ones of something")
    return unit


def _places(unit: str) -> int:
    """How many digits after the point the scaled integer holds in this unit."""
    return _PLACES + POWERS.get(unit, 0)


def _last_digit(decimals: int, places: int) -> int:
    """One unit of the last of so many digits after the point, scaled."""
    if not 0 <= _whole(decimals) <= places:
        raise QuantityError(
            f"小数 {decimals} 位，应为 0 至 {places} 位", f"decimals: 0 to {places}"
        )
    return int(10 ** (places - decimals))


def _decimals(quantity: Quantity) -> int:
    text = str(quantity.value)
    decimals = len((text if "E" not in text else f"{quantity.value:f}").partition(".")[2])
    # A rate has one digit fewer, so that half of its step is whole.
    places = _PLACES - 1 if isinstance(quantity, Percent) else _places(quantity.unit)
    if decimals > places:
        _last_digit(decimals, places)
    return decimals


def _scaled(quantity: Quantity) -> int:
    top, bottom = quantity.value.as_integer_ratio()  # Decimal arithmetic would round at 28 digits
    return top * _SCALES.get(quantity.unit, SCALE) // bottom


def _own_step(quantity: Quantity) -> int:
    """One unit of the last printed digit, or 0 where the printed form is exact by rule."""
    if quantity.approximate:
        return 2 * _hedged_unit(quantity)
    step: int = _SCALES.get(quantity.unit, SCALE) // 10**quantity.decimals
    if isinstance(quantity, Percent):
        return step
    plain_zero = not quantity.value and not quantity.decimals
    return 0 if step <= _FEN or plain_zero or isinstance(quantity, Count) else step


def _hedged_unit(quantity: Quantity, *, first: bool = False) -> int:
    """One unit of the last digit that is not 0, or of the first one."""
    _, digits, power = quantity.value.as_tuple()
    if quantity.value:
        text = "".join(map(str, digits))
        power = int(power) + len(text) - (1 if first else len(text.rstrip("0")))
    power = int(power)
    scale = _SCALES.get(quantity.unit, SCALE)
    return scale * int(10**power) if power >= 0 else scale // int(10**-power)


def _even(step: int) -> int:
    if _whole(step) < 0 or step % 2:
        raise QuantityError("步长须为非负偶数", "a step is even and not negative")
    return step


def _canonical(quantity: Quantity) -> str:
    word = PREFIX[quantity.approximate] if quantity.approximate else ""
    return f"{word}{quantity.value:{'' if quantity.unit == '年' else ','}f}{quantity.unit}"


def _repr(quantity: Quantity) -> str:
    claim = "" if quantity.step == _own_step(quantity) else f", step={quantity.step}"
    return f"{type(quantity).__name__}('{quantity}'{claim})"


# What each kind derives from the fields before it, once, when it is built.
_DECIMALS: Final = Factory(_decimals, takes_self=True)
_STEP: Final = Factory(_own_step, takes_self=True)
_TEXT: Final = Factory(_canonical, takes_self=True)
_N: Final = Factory(_scaled, takes_self=True)


class _Printed:
    """What every printed quantity claims, from its number ``n`` and its ``step``."""

    __slots__ = ()
    n: int
    step: int

    @property
    def exact(self) -> bool:
        """Whether the printed digits are the whole truth."""
        return not self.step

    @property
    def half(self) -> int:
        """Half of the step."""
        return self.step // 2

    @property
    def interval(self) -> Interval:
        """Everything that the printed quantity may stand for."""
        return Interval(self.n - self.half, self.n + self.half)


@frozen(repr=False)
class Amount(_Printed):
    """A sum of money as printed; build it with `of` or `parse`.

    Attributes:
        value: The number in ``unit``, sign included.
        unit: 元, 千元, 万元 or 亿元 (万 and 亿 are understood).
        decimals: Printed digits after the point.
        approximate: On which side of it the true number lies, if a word says so.
        step: One unit of the last printed digit; 0 if that is 0.01 元 or finer, or in a plain 0.
            Of an approximate number twice what the word leaves open.
        printed: The text as it stood, for quoting; not compared.
        exact, n, half, interval: Derived; like ``step`` in 1/``SCALE`` 元.
    """

    value: Decimal = field(converter=_number)
    unit: str = field(default="元", converter=_money_unit)
    decimals: int = field(init=False, default=_DECIMALS)
    approximate: Approximate | None = field(kw_only=True, default=None)
    step: int = field(kw_only=True, default=_STEP, converter=_even)
    printed: str = field(kw_only=True, eq=False, default=_TEXT)
    n: int = field(init=False, eq=False, default=_N)
    __repr__ = _repr
    __str__ = _canonical

    @classmethod
    def of(cls, value: str | int | Decimal, unit: str = "元", *, exact: bool = False) -> Amount:
        """An amount from text, int or Decimal; a unit in the text wins over ``unit``."""
        made = cls.parse(value, unit) if isinstance(value, str) else cls(value, unit)
        return evolve(made, step=0) if exact else made

    @classmethod
    def parse(cls, text: str, unit: str | None = None) -> Amount:
        """The amount a text states; QuantityError if unreadable or without any unit."""
        said = _read(text)
        chosen = (unit or "元") if said.unit == NOTHING else (said.unit or unit)
        if not chosen:
            raise QuantityError(f"金额没有单位：「{text}」", "an amount needs a unit")
        return _opened(cls(said.value, chosen, printed=text, approximate=said.approximate), said)

    def to(self, unit: str, decimals: int | None = None) -> Amount:
        """The same money, claim and printed text in another unit; QuantityError, not rounding."""
        unit = _money_unit(unit)
        if decimals is None:
            decimals = max(0, _places(unit) - _places(self.unit) + self.decimals)
        digits, lost = divmod(self.n, _last_digit(decimals, _places(unit)))
        if lost:
            raise QuantityError(f"{self} 不能用 {decimals} 位小数的{unit}表示", "round_to rounds")
        return evolve(self, value=Decimal(f"{digits}E-{decimals}"), unit=unit)

    def round_to(self, unit: str, decimals: int) -> Amount:
        """The amount as one would print it: rounded half up, claiming its new last digit."""
        unit = _money_unit(unit)
        digits = _divide_half_up(self.n, _last_digit(decimals, _places(unit)))
        return Amount(Decimal(f"{digits}E-{decimals}"), unit)


def size_in(amount: Amount, unit: str) -> tuple[int, int]:
    """The ``n`` and ``half`` that the digits of a plain amount would have in another unit."""
    scale = _SCALES[unit]
    half: int = scale // 10**amount.decimals // 2
    return amount.n * scale // _SCALES[amount.unit], half if 2 * half > _FEN else 0


@frozen(repr=False)
class Percent(_Printed):
    """A percentage as printed, in percent points; attributes as in `Amount`, exact only if said."""

    value: Decimal = field(converter=_number)
    unit: str = field(init=False, eq=False, default="%")
    decimals: int = field(init=False, default=_DECIMALS)
    approximate: Approximate | None = field(kw_only=True, default=None)
    step: int = field(kw_only=True, default=_STEP, converter=_even)
    printed: str = field(kw_only=True, eq=False, default=_TEXT)
    n: int = field(init=False, eq=False, default=_N)
    __repr__ = _repr
    __str__ = _canonical

    @classmethod
    def of(cls, value: str | int | Decimal, *, exact: bool = False) -> Percent:
        """A percentage from text (its % may be missing), int or Decimal, in percent points."""
        if isinstance(value, str):
            signed = value if "%" in _half_width(value) else f"{value}%"
            made = evolve(cls.parse(signed), printed=value)
        else:
            made = cls(value)
        return evolve(made, step=0) if exact else made

    @classmethod
    def parse(cls, text: str) -> Percent:
        """The percentage a text states; QuantityError if unreadable or without % sign."""
        said = _read(text)
        if said.unit != "%":
            raise QuantityError(f"缺少百分号：「{text}」", "a percentage needs its % sign")
        return _opened(cls(said.value, printed=text, approximate=said.approximate), said)


@frozen(repr=False)
class Count(_Printed):
    """A number of things (人, 辆, 批次, 分, …); attributes as in `Amount`.

    It is exact, whatever its digits, unless it is approximate.
    """

    value: Decimal = field(converter=_number)
    unit: str = field(default="", converter=_count_unit)
    decimals: int = field(init=False, default=_DECIMALS)
    approximate: Approximate | None = field(kw_only=True, default=None)
    step: int = field(kw_only=True, default=_STEP, converter=_even)
    printed: str = field(kw_only=True, eq=False, default=_TEXT)
    n: int = field(init=False, eq=False, default=_N)
    __repr__ = _repr
    __str__ = _canonical

    @classmethod
    def of(cls, value: str | int | Decimal, unit: str = "") -> Count:
        """A count from text, int or Decimal; a unit in the text wins over ``unit``."""
        return cls.parse(value, unit) if isinstance(value, str) else cls(value, unit)

    @classmethod
    def parse(cls, text: str, unit: str = "") -> Count:
        """The count a text states; QuantityError if unreadable, or not counted in ones."""
        said = _read(text)
        unit = unit if said.unit in ("", NOTHING) else said.unit
        return _opened(cls(said.value, unit, printed=text, approximate=said.approximate), said)


Quantity: TypeAlias = Amount | Percent | Count
Q = TypeVar("Q", bound="Amount | Percent | Count")
Kind: TypeAlias = Literal["amount", "percent", "count"]


def hedged(quantity: Q, approximate: Approximate | None) -> Q:
    """The same number said to be approximate, with the width that the word gives it."""
    made = evolve(quantity, approximate=approximate)
    return evolve(made, step=_own_step(made), printed=_canonical(made))


def _opened(quantity: Q, said: Numeral) -> Q:
    """The quantity; what has no end is as wide as one unit of its first digit."""
    return evolve(quantity, step=2 * _hedged_unit(quantity, first=True)) if said.open else quantity


def is_blank(text: str) -> bool:
    """Whether a cell states nothing. 无 is not blank: it states zero."""
    return "".join(_half_width(text).split()).upper() in _BLANKS


def format_scaled(n: int, kind: Kind, unit: str = "元", decimals: int | None = None) -> str:
    """``n`` in 1/``SCALE`` of 元, one percent point or one, as text with thousands separators.

    ``unit`` is that of an amount or the word after a count. ``decimals`` rounds half up; without
    it the text is exact, in as few digits as that takes but never fewer than two in 元.
    """
    if kind == "amount":
        unit = _money_unit(unit)
    else:
        unit = "%" if kind == "percent" else _count_unit("" if unit == "元" else unit)
    places = _places(unit)
    shown = places if decimals is None else decimals
    digits = _divide_half_up(_whole(n), _last_digit(shown, places))
    whole, point, part = f"{Decimal(f'{digits}E-{shown}'):,f}".partition(".")
    if decimals is None:
        part = part.rstrip("0").ljust(2 if unit == "元" else 0, "0")
    return f"{whole}{point if part else ''}{part}{unit}"


def _divide_half_up(n: int, by: int) -> int:
    size = (2 * abs(n) + by) // (2 * by)  # a tie goes away from zero, as on paper
    return size if n >= 0 else -size


def _half_width(text: str) -> str:
    if not isinstance(text, str):
        raise _refused(text, "文字", "text")
    return half_width(text)


def _read(text: str) -> Numeral:
    """The parts of a printed quantity."""
    numeral = read_numeral(_half_width(text))
    if numeral is None:
        raise QuantityError(f"读不出数字：「{text[:MAX_TEXT]}」", "not a printed number")
    return numeral
