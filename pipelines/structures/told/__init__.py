"""What sentences say: who took part, which challenges were held, when, and of what.

How a single sentence is marked belongs in `prose`.
"""
