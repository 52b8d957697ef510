"""From structures to records: one module per table of extracts.

Extractors use no file, no database, no clock, and no other extractor: code that two of them need
belongs in `structures`. `extraction` calls them all.
"""
