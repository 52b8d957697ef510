"""Papers and exports in an object store, such as S3.

Papers and exports in a folder of the file system do not need this.
"""
