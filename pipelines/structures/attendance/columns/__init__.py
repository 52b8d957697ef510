"""Tables in a roll: whole cells, columns of names, and whether rows or columns are read.

Lists with positions and authorities under heads belong in `attendance.lists`.
"""
