"""Tables of a PDF, ruled or not, on one page or over several.

Figures and their meaning belong in `structures.figures`.
"""
