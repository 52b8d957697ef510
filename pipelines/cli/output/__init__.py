"""What commands print: tables for people, JSON and CSV for scripts, progress.

What is printed comes from the part that a command calls.
"""
