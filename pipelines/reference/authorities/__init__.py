"""Councils, other bodies and boards: what a printed name means at a date.

People and parties belong in `people`.
"""
