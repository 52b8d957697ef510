"""Attendance and absence at meetings, from rolls, lists, grids and sentences.

Cutting names apart belongs in `names`; the meeting itself in `minutes`.
"""
