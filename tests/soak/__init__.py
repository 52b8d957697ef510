"""Suites that hurt refreshes with real processes, at numbers that an option sets.

`python -m tests.soak` runs all of them at full numbers and prints how many tries held; pytest
runs the same functions with few tries. What checks single functions belongs in `tests/unit`.
"""
