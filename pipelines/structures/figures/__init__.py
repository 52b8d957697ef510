"""Tables of figures: labels, headings, cells, and the sums among their lines.

Figures in sentences belong in `prose`.
"""
