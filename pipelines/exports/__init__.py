"""The published tables as files for other programs.

Pages for people belong in `reports`.
"""
