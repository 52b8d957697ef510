"""One module a command, named as the command.

A command reads its options, calls one part, and shows what it returns. Forms of output belong in
`cli.output`.
"""
