"""The Dagster face: assets, checks, jobs, schedules, sensors.

Thin: a body calls one step of a refresh, or another part, and says what came of it. A step takes
up what the one before left as files, never an open connection or an object.
"""
