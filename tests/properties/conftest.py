"""How many examples: a few by default, many with `HYPOTHESIS_PROFILE=soak`."""

import os

from hypothesis import HealthCheck, settings

# What runs a refresh or reads a paper takes longer than hypothesis likes.
UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile(
    "quick", max_examples=40, deadline=None, derandomize=True, suppress_health_check=UNHURRIED
)
settings.register_profile("soak", max_examples=2000, deadline=None, suppress_health_check=UNHURRIED)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
