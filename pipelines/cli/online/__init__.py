"""The commands that open connections; all others stay offline and are in `cli/commands`.

What they do is in `sources`.
"""
