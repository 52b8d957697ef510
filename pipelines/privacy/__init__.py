"""Keeps out of every table what papers say of people beyond their public office."""
