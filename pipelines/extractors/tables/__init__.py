"""Records of facts that papers print in tables as well as in sentences: one module a table.

Facts in sentences, and tables of budgets and of leadership programmes, belong in `extractors`.
"""
