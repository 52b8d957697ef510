"""Keeps contact details, and people who asked to be left out, out of the data.

The forms of addresses and numbers belong in `notation`.
"""
