"""Keeps contact details, and people who asked to be left out, out of what is kept.

How an address or a number is written belongs in `notation`.
"""
