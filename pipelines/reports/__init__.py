"""Marts to HTML and CSV for officers and board members. Reads marts alone."""
