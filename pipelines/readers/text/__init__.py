"""Plain text, with tabs, markdown or inline HTML.

Other formats have folders of their own beside this one.
"""
