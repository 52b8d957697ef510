"""The `boardpapers` command: how it begins and ends, and what all commands share.

One module a command in `commands`; what they print in `output`. Logic belongs in the part that a
command calls.
"""
