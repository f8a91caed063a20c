"""The official classifications by year: which code had which name when, and how prose writes it."""

from performance_rules.codebook.book import Codebook, NameStatus
from performance_rules.codebook.entries import KINDS, Entry, FormerName, Kind, ThreePublicItem
from performance_rules.codebook.files import CodebookError, load_codebook
from performance_rules.codebook.mistakes import is_of_another, own_code
from performance_rules.codebook.printed import Miscoded, miscoded
from performance_rules.codebook.spellings import normalise

__all__ = [
    "KINDS",
    "Codebook",
    "CodebookError",
    "Entry",
    "FormerName",
    "Kind",
    "Miscoded",
    "NameStatus",
    "ThreePublicItem",
    "is_of_another",
    "load_codebook",
    "miscoded",
    "normalise",
    "own_code",
]
