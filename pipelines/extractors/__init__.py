"""From structures to records: one module a table of extracts.

No file, no database, no clock, and no other extractor: what two of them need belongs in
`structures`. All of them are called by `extraction`.
"""
