"""How often a property is tried: so many times as often as others, in whatever profile runs."""

from __future__ import annotations

from hypothesis import settings


def often(times: int) -> settings:
    """Return the settings of a property that is tried so many times as often as others."""
    return settings(max_examples=times * settings().max_examples)
