"""What every part may need, whatever it works on: errors, settings, limits, files, progress.

Nothing here knows a paper, a table or a format. How something is written in papers belongs in
`notation`, what a table looks like in `schema`.
"""
