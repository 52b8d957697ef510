"""One module a typesetter: each sets a made paper in its own way."""
