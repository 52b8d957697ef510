"""What belongs together on a PDF page, and in which order it is read.

Tables belong in `tables`, what the page holds in `page`, broken words in `text`.
"""
