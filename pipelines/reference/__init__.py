"""Who is who, as loaded from the one folder of registers that is passed in.

No fact of a paper, and no folder of its own choice. How a name is cut out of a line belongs in
`structures`.
"""
