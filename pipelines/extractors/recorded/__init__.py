"""Records of a meeting that a publisher's system holds as data, one module a subject.

Extractors of papers that are written for people are in the folder above.
"""
