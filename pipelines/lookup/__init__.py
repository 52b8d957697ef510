"""Finds passages of the published papers, shows them, and opens the page they are on.

Papers are not read again here, but for the picture of a page. SQL of the user's own belongs in
`publication`.
"""
