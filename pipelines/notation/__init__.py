"""How papers write dates, times, numbers, money, sentences, addresses and telephone numbers.

Meaning belongs elsewhere: names in `reference`, sentences in `structures`.
"""
