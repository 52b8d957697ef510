"""Meetings and their notes: the head with body and day, items, decisions, actions.

Who came belongs in `attendance`.
"""
