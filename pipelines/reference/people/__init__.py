"""People, parties and roles: what a printed name, group or seat means.

Finding where names begin and end in a line belongs in `structures.names`.
"""
