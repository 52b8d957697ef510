"""People, parties and roles: what a printed name, group or seat means.

Where names begin and end in a line belongs in `structures.names`.
"""
