"""Knows ModernGov sites: the web service, the pages, the documents and what is kept of them.

How its kept answers become a Document is in `readers/moderngov`.
"""
