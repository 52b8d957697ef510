"""What one page of a PDF holds, each with its place: characters, words, strokes, scans.

Lines, columns and the order of reading belong in `layout`.
"""
