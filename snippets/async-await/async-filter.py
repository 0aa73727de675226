# Guests are filtered by an async test, without and with await.
import asyncio
import warnings

guests = ['ann', 'bob', 'cid']


def show(message, *_):
    print(f'warning: {message}')


async def is_invited(name):
    return name != 'bob'


async def main():
    wrong = [name for name in guests if is_invited(name)]
    print(f'without await: {" ".join(wrong)}')

    right = []
    for name in guests:
        if await is_invited(name):
            right.append(name)
    print(f'with await: {" ".join(right)}')


warnings.showwarning = show
asyncio.run(main())
