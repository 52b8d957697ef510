"""What commands print: tables for people, JSON and CSV for scripts, progress.

The facts come from the part that a command calls.
"""
