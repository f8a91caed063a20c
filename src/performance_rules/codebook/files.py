"""The files of a codebook: read, checked as a whole, and every problem reported at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

import tomli

from performance_rules.codebook.book import Codebook
from performance_rules.codebook.entries import (
    KINDS,
    LEVELS,
    Entry,
    FormerName,
    Kind,
    ThreePublicItem,
)
from performance_rules.codebook.listed import ListedItems
from performance_rules.codebook.spellings import normalise

_Fields = dict[str, Any]  # the checked fields of one table; they go no further than this module
_Check = tuple[Callable[[object], bool], str]


class CodebookError(Exception):
    """The files are not a codebook; ``problems`` lists all that is wrong with them."""

    def __init__(self, problems: Iterable[str]) -> None:
        """Keep the problems as the only positional field, so that the exception pickles."""
        self.problems: tuple[str, ...] = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return one problem per line."""
        return "\n".join(self.problems)


def load_codebook(directory: Path) -> Codebook:
    """Read a codebook; it is not cached, the caller keeps it.

    Args:
        directory: Holds functional, economic, income, three_public and regions, all ``.toml``, and
            maybe functional_items.

    Raises:
        CodebookError: If anything is wrong in any of the files; it lists all of it.
    """
    problems: list[str] = []
    since: dict[Kind, int] = {}
    entries: dict[str, Entry] = {}
    complete: set[Kind] = set()  # a broken entry must not make others look wrong that need it
    for kind in KINDS:
        before = len(problems)
        header, rows = _read(directory / f"{kind}.toml", "entry* since", _ENTRY, problems)
        if "since" in header:
            since[kind] = header["since"]
        if len(problems) == before:
            complete.add(kind)
        entries |= {where: _entry(kind, row, since.get(kind)) for where, row in rows.items()}
    _check_entries(entries, complete, problems)

    _, rows = _read(directory / "three_public.toml", "entry*", _ITEM, problems)
    items = {where: ThreePublicItem(**row) for where, row in rows.items()}
    economic = {entry.code for entry in entries.values() if entry.kind == "economic"}
    _check_items(items, economic if "economic" in complete else None, problems)

    _, rows = _read(directory / "regions.toml", "entry*", _REGION, problems)
    regions: dict[str, str] = {}
    for where, row in rows.items():
        if not _is_digits(row["code"], 6):
            problems.append(f"{where}：区划代码应为 6 位数字")
        if row["code"] in regions:
            problems.append(f"{where}：代码重复，请只留一条")
        regions[row["code"]] = row["name"]

    listed = _listed(directory / "functional_items.toml", problems)
    if problems:
        raise CodebookError(problems)
    return Codebook(tuple(entries.values()), tuple(items.values()), regions, since, listed)


# ── one table ──


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_year(value: object) -> bool:
    return type(value) is int and 1949 <= value <= 2100


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(_is_text(one) for one in value)


def _is_named_texts(value: object) -> bool:
    return isinstance(value, dict) and all(_is_text(one) for one in value.values())


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


_CHECKS: Final[Mapping[str, _Check]] = {
    **dict.fromkeys(("code", "key", "name"), (_is_text, "应为加引号的文字，不能为空")),
    **dict.fromkeys(("since", "until"), (_is_year, "应为四位数的年度，不加引号")),
    **dict.fromkeys(
        ("aliases", "codes", "parts", "counts", "common", "everywhere", "offices"),
        (_is_texts, "应为方括号里的一列文字，各加引号"),
    ),
    "items": (_is_named_texts, '应写成 类 = """…"""'),
    "entry": (_is_tables, "应写成 [[entry]]"),
    "former": (_is_tables, '应写成 [{ name = "…", until = … }]'),
    "status": (lambda value: value == "to-verify", '只能是 "to-verify"'),
}

# The keys of each kind of table; a star marks those that must be there.
_ENTRY: Final = "code* name* since until aliases former status"
_FORMER: Final = "name* until* since status"
_ITEM: Final = "key* name* aliases codes parts counts"
_REGION: Final = "code* name* status"
_LISTED: Final = "items* common everywhere offices since"


def _read(
    path: Path, header: str, shape: str, problems: list[str]
) -> tuple[_Fields, dict[str, _Fields]]:
    """Return a file's own fields, and its complete entries by the words that say where each is."""
    try:
        document = tomli.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        problems.append(f"{path.name}：读不到文件（{error.strerror}）")
    except UnicodeDecodeError as error:
        problems.append(
            f"{path.name}：不是 UTF-8 编码（第 {error.start + 1} 字节），请另存为 UTF-8"
        )
    except tomli.TOMLDecodeError as error:
        problems.append(f"{path.name}：TOML 写法有误：{error}")
    else:
        fields = _checked(document, header, path.name, problems)
        rows: dict[str, _Fields] = {}
        for number, table in enumerate(fields.get("entry", ()), 1):
            label = " ".join(str(table[key]) for key in ("code", "key", "name") if key in table)
            where = f"{path.name} 第 {number} 条（{label}）"
            row = _checked(table, shape, where, problems)
            if "former" in row:
                former = [
                    _checked(old, _FORMER, f"{where} former", problems) for old in row["former"]
                ]
                row["former"] = [old for old in former if _is_complete(old, _FORMER)]
            if _is_complete(row, shape):
                rows[where] = row
        return fields, rows
    return {}, {}


def _checked(table: Mapping[str, object], shape: str, where: str, problems: list[str]) -> _Fields:
    """Return the fields that are sound; lists of texts become tuples."""
    known = shape.replace("*", "").split()
    for key in table:
        if key not in known:
            problems.append(f"{where}：不认识的键“{key}”；可用的键：{'、'.join(known)}")
    sound: _Fields = {}
    for key in known:
        if key not in table:
            if f"{key}*" in shape:
                problems.append(f"{where}：缺少 {key}")
            continue
        is_sound, cure = _CHECKS[key]
        value = table[key]
        if is_sound(value):
            sound[key] = tuple(value) if isinstance(value, list) else value
        else:
            problems.append(f"{where}：{key} = {value!r}，{cure}")
    return sound


def _is_complete(fields: _Fields, shape: str) -> bool:
    return all(key[:-1] in fields for key in shape.split() if key.endswith("*"))


def _entry(kind: Kind, row: _Fields, described_since: int | None) -> Entry:
    """Return an entry with its dates filled in.

    A name without a first year follows the one before it; the first name of an entry that did
    not end before its classification was described begins with that description.
    """
    former: list[FormerName] = []
    next_year = None
    for old in sorted(row.pop("former", ()), key=itemgetter("until")):
        former.append(FormerName(**{"since": next_year, **old}))
        next_year = old["until"] + 1
    if next_year is None and described_since is not None:
        next_year = (
            described_since if row.get("until", described_since) >= described_since else None
        )
    return Entry(kind=kind, former=tuple(former), **{"since": next_year, **row})


def _listed(path: Path, problems: list[str]) -> ListedItems:
    """Return the items of a file that has one line of code and names for each, if there is one."""
    if not path.exists():
        return ListedItems()
    header, _ = _read(path, _LISTED, "", problems)
    names: dict[str, tuple[str, ...]] = {}
    for line in (one for text in header.get("items", {}).values() for one in text.splitlines()):
        code, *called = line.split() or [""]
        if not code:
            continue
        if not _is_digits(code, 5, 7) or not called or code in names:
            problems.append(f"{path.name}：“{line}”应为 5 位或 7 位编码加名称，一个编码一行")
        names[code] = tuple(called)
    common = header.get("common", ())
    for section in header.get("offices", ()):
        for number, name in enumerate(common, 1):
            names.setdefault(f"{section}{number:02}", (name,))
    known = frozenset({*common, *header.get("everywhere", ())})
    return ListedItems(names, known, header.get("since", 0))


# ── all entries together ──


def _is_digits(code: str, *lengths: int) -> bool:
    return code.isascii() and code.isdigit() and len(code) in lengths


def _check_entries(
    entries: Mapping[str, Entry], complete: Collection[Kind], problems: list[str]
) -> None:
    known = {(entry.kind, entry.code) for entry in entries.values()}
    claims: dict[tuple[str, ...], list[tuple[int, int, Entry]]] = {}
    for where, entry in entries.items():
        lengths = LEVELS.get(entry.kind)
        if lengths is None:
            if not (entry.code.isascii() and entry.code.isidentifier()):
                problems.append(f"{where}：编码应为英文键，如 general_budget")
        elif not _is_digits(entry.code, *lengths):
            problems.append(f"{where}：编码应为 {'、'.join(map(str, lengths))} 位数字")
        elif entry.kind in complete and (entry.kind, entry.code[:3]) not in known:
            problems.append(f"{where}：没有它所属的类 {entry.code[:3]}，请补上或改编码")
        for name, since, until in entry.spans():
            if since > until:
                problems.append(f"{where}：“{name}”的起始年度 {since} 晚于终止年度 {until}")
            for what, claim in (
                ("编码", (entry.kind, entry.code)),
                ("名称", (entry.kind, entry.parent, normalise(name))),
            ):
                for first, last, other in claims.setdefault(claim, []):
                    if since <= last and first <= until:
                        year = f"{start} 年度起的" if (start := max(since, first)) else ""
                        problems.append(
                            f"{where}：{year}{what}与（{other.code} {other.name}）重复，"
                            "请改年度、编码或名称"
                        )
                claims[claim].append((since, until, entry))


def _check_items(
    items: Mapping[str, ThreePublicItem], economic: Collection[str] | None, problems: list[str]
) -> None:
    seen: set[str] = set()
    booked = {item.key for item in items.values() if item.codes}
    for where, item in items.items():
        if item.key in seen:
            problems.append(f"{where}：key 重复，请只留一条")
        seen.add(item.key)
        if bool(item.codes) == bool(item.parts):
            problems.append(f"{where}：codes 与 parts 必须写一个，且只写一个")
        for code in item.codes:
            if economic is not None and code not in economic:
                problems.append(f"{where}：经济分类里没有 {code}")
        for part in item.parts:
            if part not in booked:
                problems.append(f"{where}：parts 里的“{part}”不是有 codes 的项")
