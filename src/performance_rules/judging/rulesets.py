"""The rule sets of one call: the one asked for, or for each report that of its own region."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from performance_rules.codebook import CodebookError
from performance_rules.errors import (
    Message,
    PerformanceRulesError,
    Problem,
    RegionError,
    RuleFileError,
    did_you_mean,
)
from performance_rules.report.model import Report
from performance_rules.report.regions import USE_CODE, codes_called, shipped_codebook
from performance_rules.rules.heads import significant
from performance_rules.rules.ruleset import RuleSet

if TYPE_CHECKING:
    from performance_rules.extraction.regional import Words

REGION_OF_REPORT: Final = Message(
    "未指定区划，按报告里的 {region} 检查", "no region given: the report's own {region} is used"
)
REGION_OF_NAME: Final = Message(
    "未指定区划，单位名称“{entity}”是{name}的，按 {region} 检查",
    "no region given: '{entity}' is a body of '{name}', so {region} is used",
)
OTHER_REGION: Final = Message(
    "报告写的区划是 {own}，按指定的 {region} 检查",
    "the report says region {own}; checked for {region} as asked",
)
OTHER_YEAR: Final = Message(
    "报告写的年度是 {own}，按指定的 {year} 检查",
    "the report says {own}; checked for {year} as asked",
)
NOWHERE: Final = Message("没有登记名为“{text}”的地区", "no region called '{text}' is known")
SEVERAL: Final = Message(
    "“{text}”可能是 {several}，请写区划代码", "'{text}' may be {several}; give the code"
)
BROKEN: Final = Message("规则读不了（{text}）", "the rules cannot be read ({text})")


def code_of(text: str | None) -> str | None:
    """Return the code of a region that is given by its code or its name (岳阳, 湖南省).

    What is written in ASCII is taken for a code, right or wrong; nothing stays nothing.

    Raises:
        RegionError: if no region is called so, or more than one.
    """
    if text is None or text.isascii():
        return text
    names = shipped_codebook().regions
    found = codes_called(text)
    if len(found) == 1:
        return found[0]
    if found:
        several = "、".join(f"{code} {names[code]}" for code in found)
        raise RegionError([Problem(SEVERAL.filled(text=text, several=several))])
    cure = did_you_mean(text, names.values())
    raise RegionError([Problem(NOWHERE.filled(text=text), cure=cure or USE_CODE)])


@frozen
class Regions:
    """Rule sets by region, each loaded once.

    Attributes:
        region: the region asked for; None takes each report's own.
        year: the fiscal year asked for.
        folders: rule folders laid over the shipped ones.
    """

    region: str | None = None
    year: int | None = None
    folders: tuple[Path, ...] = ()
    kept: dict[str | None, RuleSet] = field(factory=dict, init=False)

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """Travel without the rule sets: whoever needs one loads it."""
        return Regions, (self.region, self.year, self.folders)

    def prepare(self, documents: bool) -> None:
        """Load what most reports need, and the words for documents where there are any.

        Raises:
            PerformanceRulesError: if the region, or a rule file, is wrong.
        """
        self.base()
        if documents:
            import performance_rules.extraction.documents  # noqa: F401 - copies know it as well

            self.words(None)

    def base(self) -> RuleSet:
        """Return the rule set of the region asked for, or of the whole country."""
        return self._load(self.region)

    def of(self, report: Report) -> tuple[RuleSet, tuple[Message, ...]]:
        """Return the rule set for a report, and what the user should know about that choice."""
        return self._load(self.region or report.region), tuple(self._notes(report))

    def words(self, region: str | None) -> Words:
        """Return the words to read a document with, by the region that its head names.

        Raises:
            RuleFileError: if the words of the region, or its rules, are wrong.
        """
        from performance_rules.extraction.regional import words_of

        ruleset = self._load(self.region or region)
        with self._blamed():
            return words_of(ruleset)

    def _notes(self, report: Report) -> Iterator[Message]:
        """Yield in which respects the report is not checked as what it says it is, or must be."""
        if self.region is None and report.region is not None:
            name = shipped_codebook().region_name(report.region)
            if name and report.entity and name in report.entity:
                said = {"region": report.region, "name": name, "entity": report.entity}
                yield REGION_OF_NAME.filled(**said)
            else:
                yield REGION_OF_REPORT.filled(region=report.region)
        elif self.region is not None and report.region not in (None, self.region):
            own = significant(report.region or "")
            if not own.startswith(significant(self.region)):
                yield OTHER_REGION.filled(own=report.region, region=self.region)
        if self.year is not None and report.year not in (None, self.year):
            yield OTHER_YEAR.filled(own=report.year, year=self.year)

    def _load(self, region: str | None) -> RuleSet:
        if region not in self.kept:
            with self._blamed():
                self.kept[region] = RuleSet.for_region(region, self.year, self.folders)
        return self.kept[region]

    @contextmanager
    def _blamed(self) -> Iterator[None]:
        """Blame the rules for whatever goes wrong with them: no report can help it."""
        try:
            yield
        except (PerformanceRulesError, MemoryError):
            raise
        except (CodebookError, FileNotFoundError) as wrong:
            raise RuleFileError([Problem(Message(str(wrong), str(wrong)))]) from wrong
        except Exception as wrong:
            text = f"{type(wrong).__name__}: {wrong}"
            place = " ".join(map(str, self.folders))
            raise RuleFileError([Problem(BROKEN.filled(text=text), place)]) from wrong
