"""Pages for people who read no SQL: the uptake report and the page of checks.

They read published tables only. Files for other programs belong in `exports`.
"""
