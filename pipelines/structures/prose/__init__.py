"""Meaning of sentences: who is counted, of what, when, and what is denied.

Tables belong in `figures`; how a number is written belongs in `notation`.
"""
