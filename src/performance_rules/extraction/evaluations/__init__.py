"""Evaluation forms: read in blocks, each a thing of its own."""

from performance_rules.extraction.evaluations.reading import read_forms

__all__ = ["read_forms"]
