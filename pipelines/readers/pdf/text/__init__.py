"""Words and paragraphs that a PDF broke at the end of a line or page, put together again.

The order of lines belongs in `layout`.
"""
