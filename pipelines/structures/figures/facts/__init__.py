"""What tables say: counts of participants, counts of peer challenges, named councils.

What columns and rows are for belongs in `figures`; records belong in `extractors`.
"""
