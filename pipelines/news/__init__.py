"""What a publication brought since an earlier one, in words, as a page and as a feed.

Differences row by row belong in `publication`.
"""
