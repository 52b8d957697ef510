"""What Dagster is told of a refresh."""
