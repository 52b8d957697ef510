"""Who came to a meeting and who did not, as rolls, lists, grids and sentences say it.

Cutting names apart belongs in `names`; the meeting itself in `minutes`.
"""
