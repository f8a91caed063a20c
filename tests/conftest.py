"""How property tests run: a quick, repeatable profile, and ones that look further.

``--hypothesis-profile=explore`` (or the environment variable ``HYPOTHESIS_PROFILE``) chooses.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

_COMMON = settings(
    deadline=None,  # a first check loads rules and grounds a plan
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("quick", _COMMON, max_examples=25)
settings.register_profile("ci", _COMMON, max_examples=50)
settings.register_profile("explore", _COMMON, max_examples=2000, derandomize=False)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "quick")
)
