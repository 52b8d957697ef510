"""Who is who, as loaded from the given folder of registers.

Nothing here depends on a paper or chooses a folder. Cutting names out of lines belongs in
`structures`.
"""
