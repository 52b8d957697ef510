"""Web pages: what a person sees of them, in order, with tables and lists.

Meaning belongs in `structures`; what all formats share belongs in `readers`.
"""
