"""Finds papers in the raw folder, reads each in a process of its own, and keeps what was read."""
