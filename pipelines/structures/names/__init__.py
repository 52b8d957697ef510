"""Names of people in a row: where each begins and ends, and what is said of it.

Who a name is belongs in `reference.people`; who came to a meeting in `attendance`.
"""
