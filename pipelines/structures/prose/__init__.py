"""Sentences: their context, times, verbs and numbers, each marked once.

What they say of programmes and peer challenges belongs in `told`; tables belong in `figures`.
"""
