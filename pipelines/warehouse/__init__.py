"""From extracts to a candidate file: the models in order, and what they read.

The SQL itself is in `models/`. Whether the candidate may be published belongs in `audit`; putting
it in its place belongs in `publication`.
"""
