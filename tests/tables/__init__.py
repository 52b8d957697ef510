"""Papers with tables that nobody has looked at: made from a seed, set by several typesetters.

`python -m tests.tables --help` says how to make, read and score them.
"""
