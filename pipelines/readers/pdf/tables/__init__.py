"""Tables of a PDF, ruled or not, on one page or over several.

Figures and what they mean belong in `structures.figures`.
"""
