"""What lines and tables of a paper are: sections, rolls, items, statements, figures.

Structures know the paper and the registers. What becomes a row of a table belongs in `extractors`;
how a date or a number is written belongs in `notation`.
"""
