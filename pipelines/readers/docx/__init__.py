"""Word files: paragraphs, tables and lists as Word shows them.

Meaning belongs in `structures`; code shared by all formats belongs in `readers`.
"""
