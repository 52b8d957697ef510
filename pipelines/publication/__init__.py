"""Puts a sound candidate in the place of the published file, and keeps the builds before it."""
