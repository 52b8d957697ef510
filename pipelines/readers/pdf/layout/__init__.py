"""Groups the content of a PDF page, and puts it in reading order.

Tables belong in `tables`, the content of the page in `page`, broken words in `text`.
"""
