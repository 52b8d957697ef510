"""From the raw folder to kept extracts: which papers there are, workers, what was read before.

What a paper says belongs in `extraction`; SQL belongs in `warehouse`.
"""
