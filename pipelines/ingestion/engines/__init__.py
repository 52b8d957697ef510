"""Engines that read papers: in processes of this machine, or of many machines.

An engine takes papers and gives back their records in batches. Which papers are read, and where
their records are kept, belongs in `ingestion`.
"""
