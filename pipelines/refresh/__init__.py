"""One refresh from the raw folder to the published file, for the command and for Dagster alike.

Each step calls one part; logic of a step belongs in that part.
"""
