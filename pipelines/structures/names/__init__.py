"""Names of people in a row: the start and end of each, and the remarks on it.

Identifying people belongs in `reference.people`; attendance at meetings in `attendance`.
"""
