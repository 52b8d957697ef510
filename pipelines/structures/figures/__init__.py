"""Tables of figures: heads, rows and cells, what each is for, and the sums among them.

What tables say of participants and peer challenges is in `facts`.

Figures in sentences belong in `prose`.
"""
