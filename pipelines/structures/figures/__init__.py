"""Tables of figures: labels, headings, cells, and which lines add up to which.

Figures in sentences belong in `prose`.
"""
