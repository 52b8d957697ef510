"""From board papers to a DuckDB warehouse.

Each folder is a part with its own docstring: what belongs there, what does not, and where that
goes. `docs/architecture.md` shows how the parts fit together. `documents` is what readers make and
everything after them reads; `documentation` writes what the docs repeat from the code.
"""
