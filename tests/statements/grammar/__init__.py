"""What officers write of programmes and peer challenges: words, phrases and how they are joined.

Nothing here knows how a paper is read.
"""
