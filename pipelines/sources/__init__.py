"""Fetches papers from sites into the raw folder; the only part that opens a connection.

How papers are read is in `readers`, and what is published of the sources in `models`. Nothing here
knows the warehouse.
"""
