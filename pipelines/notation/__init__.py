"""How papers write dates, times, numbers, money, sentences, addresses and telephone numbers.

No meaning: who or what a name stands for belongs in `reference`, what a sentence says in
`structures`.
"""
