"""Whether a candidate may be published: suites, rules, and the rows that are set aside.

The expectations are data, in `expectations/`. Building belongs in `warehouse`.
"""
