"""Tables of people: what each column holds, which rows go on, and what heads and marks mean.

Attendance lists, attendance grids, registers and membership lists are read from these.
"""
