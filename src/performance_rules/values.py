"""A printed quantity: an exact decimal that remembers its unit and its last printed digit.

``12.70万元`` says "within half of the last printed digit of 127,000 元". So each quantity carries,
next to the decimal a reader sees, whole numbers of 1/``SCALE`` of its base unit (元, one percent
point, one): ``n`` the value, ``step`` one unit of the last printed digit (0 where the digits are
the whole truth), ``half`` of that, and ``interval`` = [n - half, n + half].
Floats are refused, and nothing rounds except what says so.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from attrs import Factory, evolve, field, frozen

SCALE: Final = 100_000_000  # quantities compute as whole numbers of 1e-8 of the base unit
_PLACES: Final = 8  # SCALE == 10**_PLACES
_FEN: Final = SCALE // 100  # 0.01 元, the unit of account: an amount printed this finely is exact
_MAX_DIGITS, _MAX_TEXT = 30, 64  # of a number; characters of a text
_POWERS: Final = {"元": 0, "千元": 3, "万元": 4, "亿元": 8}
_SCALES: Final[dict[str, int]] = {unit: SCALE * 10**power for unit, power in _POWERS.items()}
_SHORT_UNITS: Final = {"万": "万元", "亿": "亿元"}
_NOTHING: Final = "无"
_BLANKS: Final = frozenset({"", "/", "-", "--", "\u2014", "\u2014\u2014", "N/A"})

# Full-width ASCII and minus become ASCII, invisibles vanish. Not NFKC: it would read 1² as 12.
_HALF_WIDTH: Final = str.maketrans(
    "".join(map(chr, range(0xFF01, 0xFF5F))) + "\u2212",
    "".join(map(chr, range(0x21, 0x7F))) + "-",
    "\u200b\u2060\ufeff",
)
# A thin space between digits groups them. Any other space there divides two cells or two numbers.
_THIN: Final = re.compile("(?<=[0-9])[\u2006-\u200a\u202f](?=[0-9])")
_TWO_NUMBERS: Final = re.compile(r"[0-9]\s+[0-9]")
_BRACKETED: Final = re.compile(r"\A\(([0-9.,]+)(?:\)([^0-9]*)|([^0-9]*)\))\Z")
_FORM: Final = re.compile(r"([+-])?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(\.[0-9]+)?(%|[^\W\d_]\D*)?")
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

    @classmethod
    def of(cls, quantity: Quantity) -> Interval:
        """Everything that the printed quantity may stand for."""
        return quantity.interval

    def contains(self, n: int) -> bool:
        """Whether ``n`` lies inside, ends included."""
        return self.low <= _whole(n) <= self.high

    def intersects(self, other: Interval) -> bool:
        """Whether both share a point, ends included."""
        return self.low <= other.high and other.low <= self.high

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
    number = value
    text = str(number)
    if len(text) <= _MAX_DIGITS and "E" not in text and number.is_finite():
        return number or number.copy_abs()
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):
        raise QuantityError(f"{number} 不是数", f"{number} is not a finite number")
    if max(number.adjusted() + 1, 0) + max(-exponent, 0) > _MAX_DIGITS:
        raise QuantityError(f"数字超过 {_MAX_DIGITS} 位", f"more than {_MAX_DIGITS} digits")
    return Decimal(int(number)) if exponent > 0 else number or number.copy_abs()


def _money_unit(unit: str) -> str:
    if unit in _POWERS:
        return unit
    full = _SHORT_UNITS.get(unit, unit)
    if full not in _POWERS:
        raise QuantityError(f"「{unit}」不是金额单位", f"expected one of {'、'.join(_POWERS)}")
    return full


def _count_unit(unit: str) -> str:
    # 1.2万人 is rounded and 5元 is money: neither is the exact number that a count is.
    if not _COUNTER.fullmatch(unit) or _NOT_COUNTED.fullmatch(unit):
        raise QuantityError(f"「{unit}」不能作数量单位", "a count is exact, in ones of something")
    return unit


def _places(unit: str) -> int:
    """How many digits after the point the scaled integer holds in this unit."""
    return _PLACES + _POWERS.get(unit, 0)


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
    step: int = _SCALES.get(quantity.unit, SCALE) // 10**quantity.decimals
    if isinstance(quantity, Percent):
        return step
    plain_zero = not quantity.value and not quantity.decimals
    return 0 if step <= _FEN or plain_zero or isinstance(quantity, Count) else step


def _even(step: int) -> int:
    if _whole(step) < 0 or step % 2:
        raise QuantityError("步长须为非负偶数", "a step is even and not negative")
    return step


def _canonical(quantity: Quantity) -> str:
    return f"{quantity.value:,f}{quantity.unit}"


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
        step: One unit of the last printed digit; 0 if that is 0.01 元 or finer, or in a plain 0.
        printed: The text as it stood, for quoting; not compared.
        exact, n, half, interval: Derived; like ``step`` in 1/``SCALE`` 元.
    """

    value: Decimal = field(converter=_number)
    unit: str = field(default="元", converter=_money_unit)
    decimals: int = field(init=False, default=_DECIMALS)
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
        number, said = _read(text)
        chosen = (unit or "元") if said == _NOTHING else (said or unit)
        if not chosen:
            raise QuantityError(f"金额没有单位：「{text}」", "an amount needs a unit")
        return cls(number, chosen, printed=text)

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


@frozen(repr=False)
class Percent(_Printed):
    """A percentage as printed, in percent points; attributes as in `Amount`, exact only if said."""

    value: Decimal = field(converter=_number)
    unit: str = field(init=False, eq=False, default="%")
    decimals: int = field(init=False, default=_DECIMALS)
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
        number, said = _read(text)
        if said != "%":
            raise QuantityError(f"缺少百分号：「{text}」", "a percentage needs its % sign")
        return cls(number, printed=text)


@frozen(repr=False)
class Count(_Printed):
    """A number of things (人, 辆, 批次, 分, …), always exact; attributes as in `Amount`."""

    value: Decimal = field(converter=_number)
    unit: str = field(default="", converter=_count_unit)
    decimals: int = field(init=False, default=_DECIMALS)
    step: int = field(init=False, eq=False, default=0)
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
        number, said = _read(text)
        return cls(number, unit if said in ("", _NOTHING) else said, printed=text)


Quantity: TypeAlias = Amount | Percent | Count
Kind: TypeAlias = Literal["amount", "percent", "count"]


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
    return text if text.isascii() else text.translate(_HALF_WIDTH)


def _read(text: str) -> tuple[Decimal, str]:
    """The number and the unit word of a printed quantity; 无 is (0, 无)."""
    plain = _THIN.sub(",", _half_width(text))
    if len(text) > _MAX_TEXT or _TWO_NUMBERS.search(plain):
        raise QuantityError(f"不是一个数：「{text[:_MAX_TEXT]}」", "not one number")
    plain = _BRACKETED.sub(r"-\1\2\3", "".join(plain.split()))
    if plain == _NOTHING:
        return Decimal(0), _NOTHING
    form = _FORM.fullmatch(plain)
    if not form or not (form[2] or form[3]) or form[4] == _NOTHING:
        raise QuantityError(f"读不出数字：「{text}」", "not a printed number")
    sign, whole, part, unit = form.groups("")
    return Decimal(sign + whole.replace(",", "") + part), unit
