"""From the raw folder to kept extracts: finding papers, workers, and the record of past reads.

What a paper says belongs in `extraction`; SQL belongs in `warehouse`.
"""
