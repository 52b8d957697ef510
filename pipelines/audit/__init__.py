"""Whether a candidate may be published: suites, rules, and the rows that are set aside.

What is expected is data, in `expectations/`. Building belongs in `warehouse`.
"""
