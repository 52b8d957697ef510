"""One module for each kind of page: it reads rows, arranges them and calls the writer.

What a page looks like is in `site/templates`. Links to the words of a figure come from
`site.sources`.
"""
