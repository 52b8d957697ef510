"""Pages for people who do not use SQL: the uptake report and the page of checks.

They read published tables only. Files for other programs belong in `exports`.
"""
