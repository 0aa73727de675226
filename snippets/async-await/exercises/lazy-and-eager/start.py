# An object that should start its work when it is awaited, and not before.
import asyncio


class Lazy:
    def __init__(self, start):
        self.running = asyncio.create_task(start())  # too early

    def __await__(self):
        return self.running.__await__()


async def brew():
    print('tea: starts')
    await asyncio.sleep(0)
    return 'tea is ready'


async def main():
    tea = Lazy(brew)
    await asyncio.sleep(0)
    print('main: has made it')
    print(f'main: {await tea}')
    print(f'main: again {await tea}')


asyncio.run(main())
