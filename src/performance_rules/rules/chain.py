"""The chain of a region: the layers from the country down, as they are laid over each other.

The shipped folders come first; installed packages and folders given by the caller take part in
the same way, each at the depth of its region.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import Final

from attrs import evolve

from performance_rules.errors import Message, Problem, RegionError, RuleFileError
from performance_rules.lexicon.lexicon import Lexicon
from performance_rules.lexicon.resources import rules_dir
from performance_rules.report.checks import PROVINCES
from performance_rules.report.regions import NO_PROVINCE, USE_CODE
from performance_rules.rules.heads import HEAD, said_in_head, significant
from performance_rules.rules.layers import Above, Layer, read_layer, shipped_layer

ENTRY_POINTS: Final = "performance_rules.rules"
"""Group under which installed packages offer folders of rules."""


Placed = tuple[int, int, Layer]
"""A layer with its depth and the rank of its package; the shipped ones have rank 0."""


def layers_for(
    region: str | None, extra: Sequence[Path], lexicon: Lexicon, notes: list[Message]
) -> tuple[list[Layer], list[Placed]]:
    """Return the layers of a region in their order, and those of installed packages.

    Args:
        region: the region, or None for the national rules alone.
        extra: folders laid over the shipped ones.
        lexicon: the well-known items.
        notes: takes what the caller should know.

    Raises:
        RegionError: the province is unknown.
    """
    shipped = region_folders(region, notes)
    above = Above()
    layers: list[Placed] = []
    for depth, folder in enumerate(shipped):
        layer = shipped_layer(folder, tuple(shipped[:depth]), lexicon)
        layers.append((len(significant(layer.region)) // 2, 0, layer))
        above = above.with_layer(layer)
    installed = list(_not_replaced(list(installed_folders()), extra, notes))
    folders = [*installed, *(("", folder) for folder in extra)]
    for rank, (pack, folder) in enumerate(folders, 1):
        for layer in _extra_layers(folder, region, above, lexicon):
            layer = _of_pack(pack, layer) if pack else layer
            depth = len(significant(layer.region)) // 2 if layer.region else 3
            layers.append((depth, rank, layer))
            above = above.with_layer(layer)
    layers.sort(key=lambda entry: entry[:2])
    notes += _used(region, [layer for _, _, layer in layers])
    packs = [entry for entry in layers if 0 < entry[1] <= len(installed)]
    return [layer for _, _, layer in layers], packs


def _not_replaced(
    installed: Sequence[tuple[str, Path]], extra: Sequence[Path], notes: list[Message]
) -> Iterator[tuple[str, Path]]:
    """Yield the installed packs but those whose source is given: their id, for their region.

    One that is given with the id of a pack for another region is not its source; the id is taken.
    """
    given = {_named(folder): folder for folder in extra if said_in_head(folder, "id")}
    for pack, folder in installed:
        source = given.get(_named(folder))
        if source is None:
            yield pack, folder
            continue
        zh = f"{source} 代替了已安装的规则包 {pack}（{folder}）"
        notes.append(Message(zh, f"{source} takes the place of the pack {pack} ({folder})"))


def _named(folder: Path) -> tuple[str, str]:
    """Return the id and the region of the rule set in a folder."""
    return said_in_head(folder, "id"), significant(said_in_head(folder, "region"))


def _used(region: str | None, layers: Sequence[Layer]) -> Iterator[Message]:
    """Yield whose rules are used, where a region has none of its own."""
    codes = {significant(layer.region): layer for layer in layers if not layer.notes}
    if region and significant(region) not in codes:
        nearest = codes[max(codes, key=len)]
        yield Message(
            f"没有 {region} 的专门规则，用{nearest.name}的",
            f"no rules for {region}; using {nearest.folder.name}",
        )
    ids = {layer.id for layer in layers}
    for layer in layers:
        extends = said_in_head(layer.folder, "extends")
        if extends and extends not in ids and not layer.notes:
            yield Message(
                f"{layer.folder.name} 写明接在“{extends}”之后，这次没有用它的规则",
                f"{layer.folder.name} extends '{extends}', whose rules are not used this time",
            )
        bare = not (layer.rules or layer.parameters or layer.wordings)
        if bare and layer.overrides and not (layer.folder / HEAD).exists():
            changed = sorted({override.rule for override in layer.overrides})
            yield Message(
                f"{layer.folder.name} 只改已有的规则：{'、'.join(changed)}",
                f"{layer.folder.name} changes existing rules only: {', '.join(changed)}",
            )


def region_folders(region: str | None, notes: list[Message]) -> list[Path]:
    """Return the shipped folders from the country down to a region; missing links are skipped.

    Raises:
        RegionError: the code is malformed, or its province is no province.
    """
    country = rules_dir() / "cn"
    if not region:
        notes.append(Message("未指定地区：只用全国规则", "no region given: national rules only"))
        return [country]
    if not region.isdigit() or len(region) not in (2, 4, 6):
        raise RegionError(
            [Problem(Message(f"区划代码“{region}”应是 2、4 或 6 位数字", f"bad region '{region}'"))]
        )
    if region[:2] not in PROVINCES:
        raise RegionError([Problem(NO_PROVINCE.filled(code=region[:2]), cure=USE_CODE)])
    folders = [country]
    found = ""
    for digits in (region[:2], region[:4], region[:6]):
        match = [p for p in sorted(folders[-1].glob(f"{digits}-*")) if p.is_dir()]
        if match and digits != found:
            folders.append(match[0])
            found = digits
    return folders


def installed_folders() -> Iterator[tuple[str, Path]]:
    """Yield the rule folders that installed packages offer, with the names of the packages.

    Raises:
        RuleFileError: a package fails when it is asked for its folder.
    """
    for entry in sorted(entry_points(group=ENTRY_POINTS), key=lambda e: e.name):
        try:
            offered = entry.load()
            folder = Path(offered() if callable(offered) else offered)
        except (Exception, SystemExit) as wrong:  # whatever the code of others raises
            told = f"{type(wrong).__name__}: {wrong}"
            message = Message(f"规则包载入失败：{told}", f"this pack of rules fails: {told}")
            cure = Message("修好或卸载它", "mend or remove it")
            raise RuleFileError([Problem(message, entry.name, cure=cure)]) from wrong
        yield entry.name, folder


def _of_pack(pack: str, layer: Layer) -> Layer:
    """Return a layer of an installed pack, whose problems say whose they are."""
    problems = tuple(
        evolve(p, message=Message(f"规则包 {pack}：{p.message.zh}", f"pack {pack}: {p.message.en}"))
        for p in layer.problems
    )
    return evolve(layer, problems=problems)


def _extra_layers(
    folder: Path, region: str | None, above: Above, lexicon: Lexicon
) -> Iterator[Layer]:
    """Yield the layers of a folder that apply to a region: itself, then matching ones inside."""
    layer = read_layer(folder, above, lexicon)
    digits = significant(layer.region)
    if digits and not (region or "").startswith(digits):
        note = Message(
            f"{folder} 属于 {layer.region}，不适用于 {region or '全国'}",
            f"{folder} is for {layer.region}, not for {region or 'the whole country'}",
        )
        yield Layer(layer.id, layer.name, folder, layer.region, notes=(note,))
        return
    yield layer
    inner = above.with_layer(layer)
    for head in sorted(folder.glob("*/ruleset.toml")):
        for found in _extra_layers(head.parent, region, inner, lexicon):
            if found.says_something:
                yield found
