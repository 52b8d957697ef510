"""Papers and exports in an object store, such as S3.

What is in a folder of the file system needs nothing of this.
"""
