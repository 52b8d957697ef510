"""The published file: placing, keeping, comparing, rolling back and reading it.

Building belongs in `warehouse`, writing it in other formats in `exports`.
"""
