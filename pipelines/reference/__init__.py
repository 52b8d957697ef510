"""Who is who: councils, parties, boards, programmes, people.

Facts come from `data/reference`, never from a paper.
"""
