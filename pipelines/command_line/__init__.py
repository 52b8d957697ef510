"""What the commands of the command line share, ask of a warehouse, and show."""
