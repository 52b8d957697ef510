"""The published file: put in place, kept, compared, rolled back, read.

Building belongs in `warehouse`, writing it in other formats in `exports`.
"""
