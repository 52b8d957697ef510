"""The Dagster assets and checks. Thin: a body is a call into the parts beside this package."""
