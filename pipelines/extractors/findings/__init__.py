"""Contradictions within one paper: dates, totals, figures and names.

Contradictions between papers are SQL and belong in `models/rules`.
"""
