"""Asks sites politely and safely: robots.txt, pace, retries, redirects, addresses, limits.

What the answers of a system mean is in the folder of that system, such as `moderngov`.
"""
