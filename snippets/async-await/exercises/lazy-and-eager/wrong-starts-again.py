# An object that starts its work when it is awaited.
import asyncio


class Lazy:
    def __init__(self, start):
        self.start = start
        self.running = None

    def __await__(self):
        self.running = asyncio.create_task(self.start())
        return self.running.__await__()


async def brew():
    print('tea: starts')
    await asyncio.sleep(0)
    return 'tea is ready'


async def main():
    tea = Lazy(brew)
    print('main: has made it')
    print(f'main: {await tea}')
    print(f'main: again {await tea}')


asyncio.run(main())
