"""The one declaration of columns, records and published tables.

Declarations only. What fills a record belongs in `extractors`, what fills a table in `models/`.
"""
