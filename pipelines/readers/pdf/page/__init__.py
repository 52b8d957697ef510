"""The content of one page of a PDF with its places: characters, words, strokes, scans.

Lines, columns and the order of reading belong in `layout`.
"""
