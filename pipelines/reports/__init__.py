"""Marts to HTML and CSV for officers and board members.

What belongs here: reading marts, arranging and wording their figures, writing files. What a figure
is and how it is counted belongs to `models/marts`; nothing here reads a fact table or a paper.
"""
