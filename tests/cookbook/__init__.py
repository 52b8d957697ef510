"""The queries of docs/cookbook.md, run on the warehouse of the papers in data/raw."""
