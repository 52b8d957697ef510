"""Web pages: their visible content, in order, with tables and lists.

Meaning belongs in `structures`; code shared by all formats belongs in `readers`.
"""
