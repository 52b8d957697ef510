"""Papers whose rolls are set in columns, made from a seed with who came, and how they are read."""
