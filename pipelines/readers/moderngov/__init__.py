"""Reads the answers of ModernGov sites about one meeting, as `sources` keeps them.

How they are fetched is in `sources/moderngov`; what they mean is found in `structures`.
"""
