"""How things stand for whoever keeps the warehouse running: status, lateness, who is told.

What Dagster needs to watch it belongs in `orchestration`.
"""
