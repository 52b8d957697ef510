"""The notes of meetings: items, decisions, actions.

The head with body and day belongs in `heads`, who came in `attendance`.
"""
