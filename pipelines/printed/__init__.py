"""How papers print dates, times, numbers, money and sentences: plain text in, values out.

Standard library only; names of people and bodies belong in `reference`.
"""
