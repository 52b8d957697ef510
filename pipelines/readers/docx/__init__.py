"""Word files: paragraphs, tables and lists as Word shows them.

Meaning belongs in `structures`; what all formats share belongs in `readers`.
"""
