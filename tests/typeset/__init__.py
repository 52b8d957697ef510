"""Typesets documents into the formats that boards publish, to read them back."""
