# Two calls first, two awaits afterwards.
import asyncio


async def download(name, ms):
    print(f'{name}: starts')
    await asyncio.sleep(ms / 1000)
    print(f'{name}: ends')


async def main():
    first = download('first', 50)
    second = download('second', 100)
    print('main: has made both')
    await first
    await second


asyncio.run(main())
