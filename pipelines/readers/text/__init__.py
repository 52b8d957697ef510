"""Plain text, with tabs, markdown or inline HTML.

Other formats have their own folders.
"""
