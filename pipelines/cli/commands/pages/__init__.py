"""The commands that write pages for people: the uptake report and the site.

Files for other programs are written by `export`.
"""
