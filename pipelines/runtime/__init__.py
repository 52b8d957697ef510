"""Shared by every part: errors, settings, limits, files, progress.

Nothing here depends on papers, tables or file formats. How papers write things belongs in
`notation`; the form of tables belongs in `schema`.
"""
