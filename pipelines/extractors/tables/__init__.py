"""Records of facts that papers print in tables as well as in sentences: one module a table.

Facts in sentences, and tables that have a table of the warehouse to themselves, belong in `extractors`.
"""
