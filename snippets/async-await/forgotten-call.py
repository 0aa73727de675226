# Nothing awaits the call of save.
import asyncio
import warnings


def show(message, *_):
    print(f'warning: {message}')


async def save(name):
    print(f'save: {name} starts')
    await asyncio.sleep(0.01)
    print(f'save: {name} ends')


async def main():
    print('main: starts')
    save('draft')
    print('main: has called save')
    await asyncio.sleep(0.1)
    print('main: ends')


warnings.showwarning = show
asyncio.run(main())
