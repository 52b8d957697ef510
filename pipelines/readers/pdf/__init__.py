"""PDF files: from the print on a page and its positions to lines, columns and tables.

`page` reads the content of one page, `layout` puts it in order, `tables` finds tables with or
without lines, `text` repairs words and paragraphs. Meaning belongs in `structures`.
"""
