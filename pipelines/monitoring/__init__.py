"""Operating the warehouse: its status, late refreshes, and reports of failures.

Dagster's own monitoring belongs in `orchestration`.
"""
