"""How tests run: property tests quick and repeatable or looking further, what is loaded kept.

``--hypothesis-profile=explore`` (or the environment variable ``HYPOTHESIS_PROFILE``) chooses how
many examples are tried; ``tests.often`` says of a test that it wants more of them.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings

from performance_rules import Report, RuleSet, check

_COMMON = settings(
    deadline=None,  # a first check loads rules and grounds a plan
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("quick", _COMMON, max_examples=10)  # .ci/run takes "ci" as well
settings.register_profile("ci", _COMMON, max_examples=50)
settings.register_profile("explore", _COMMON, max_examples=2000, derandomize=False)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "quick")
)


def pytest_collection_finish() -> None:
    """Let the garbage collector pass over thousands of collected tests, which stay to the end."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _rules_in_use() -> Iterator[None]:
    """Hold the shipped rules, so that their closures are made once and not for every test."""
    rules = RuleSet.for_region(None)
    check(Report(), rules)
    yield
    del rules
