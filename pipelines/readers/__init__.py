"""From the bytes of a paper to a `Document`, one module a format.

What the words mean belongs in `extractors`.
"""
