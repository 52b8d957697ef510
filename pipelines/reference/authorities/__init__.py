"""Councils, other bodies and boards: what a printed name means, and at which date.

People and parties belong in `people`.
"""
