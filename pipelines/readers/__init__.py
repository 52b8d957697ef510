"""From the bytes of a file to a `Document`: one folder a format.

Readers know geometry and markup, and nothing of councillors. What a line or a table means belongs
in `structures`.
"""
