"""What several extractors read alike: the sections of a pack, the items of a note, tables, grids.

Form and place belong here; the records made from them belong in `extractors`.
"""
