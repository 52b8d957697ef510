"""The heads of papers: which body met, on which day, in what kind of meeting.

The items below a head belong in `minutes`; who came in `attendance`.
"""
