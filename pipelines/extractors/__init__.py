"""From a `Document` to records, one module a subject.

Formats belong in `readers`, who is who in `reference`; an extractor imports no other.
"""
