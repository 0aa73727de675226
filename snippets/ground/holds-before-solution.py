# Does a line come before another one, wherever both stand?
def is_before(lines, first, second):
    if first not in lines or second not in lines:
        return False
    return lines.index(first) < lines.index(second)


pairs = [('a1', 'a2'), ('b1', 'b2')]
for text in ['a1 b1 a2 b2', 'b1 b2 a1 a2', 'a2 a1 b1 b2', 'a1 a2 b1']:
    lines = text.split(' ')
    holds = all(is_before(lines, a, b) for a, b in pairs)
    print(f'{text}: {"holds" if holds else "broken"}')
