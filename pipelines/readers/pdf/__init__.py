"""PDF files: from what a page prints, and where, to lines, columns and tables.

`page` is what is on one page, `layout` puts it in order, `tables` finds tables without or with
lines, `text` mends words and paragraphs. Meaning belongs in `structures`.
"""
