"""The kinds of statements: each draws its phrases from the grammar and says what they mean."""
