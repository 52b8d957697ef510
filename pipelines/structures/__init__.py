"""Meaning of lines and tables: sections, rolls, items, statements, figures.

Structures know the paper and the registers. Making rows of tables belongs in `extractors`; the
forms of dates and numbers belong in `notation`.
"""
