"""From the bytes of a file to a `Document`: one folder per format.

Readers know geometry and markup, and nothing about councillors. The meaning of lines and tables
belongs in `structures`.
"""
