"""How papers print dates, numbers, money, sentences and times. Pure text in, values out."""
