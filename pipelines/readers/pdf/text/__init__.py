"""Joins words and paragraphs that a PDF broke at the end of a line or page.

The order of lines belongs in `layout`.
"""
