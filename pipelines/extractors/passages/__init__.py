"""The words of a paper, passage by passage, for those who search and read.

Facts that are read from these words belong in the other extractors.
"""
