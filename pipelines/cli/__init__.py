"""The `boardpapers` command: how it starts and ends, and what all commands share.

`commands` has one module per command, and `output` prints the results. Logic belongs in the part
that a command calls.
"""
