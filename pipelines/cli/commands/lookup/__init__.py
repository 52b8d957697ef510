"""Commands that look something up in the words of the papers, one module a command.

What they print is made in `cli/output`.
"""
