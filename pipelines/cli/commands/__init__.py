"""One module per command, named after it.

A command reads its options, calls one part, and shows what it returns. Forms of output belong in
`cli.output`.
"""
