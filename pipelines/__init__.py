"""The pipeline: readers, extractors, registers, the warehouse builder and its Dagster face.

SQL belongs in `models/`, checks in `expectations/`, registers in `data/reference/`.
"""
