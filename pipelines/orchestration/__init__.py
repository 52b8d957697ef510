"""The Dagster face: assets, checks, jobs, schedules, sensors.

Thin: a body calls `refresh` or another part, and says what came of it.
"""
