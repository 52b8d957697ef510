"""All records of one paper: the reader, every extractor, and the filter for implausible values.

Pure: the same bytes and registers give the same records. Files and processes belong in `ingestion`.
"""
