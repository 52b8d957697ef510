"""Sentences that nobody has looked at: made from a seed by a grammar, with what they say.

`python -m tests.statements --help` says how to make, read and score them. Papers written by hand
lie in `written/`, each a `.txt` with its truth beside it in a `.json`.
"""
