"""Words by which papers speak of meetings: of their days, and of what they decide.

Bodies and kinds of meetings belong in `authorities`.
"""
