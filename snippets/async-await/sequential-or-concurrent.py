# The same two downloads, awaited in two ways.
import asyncio


async def download(name, ms):
    print(f'{name}: starts')
    await asyncio.sleep(ms / 1000)
    print(f'{name}: ends')


async def main():
    print('first half')
    await download('slow', 60)
    await download('fast', 50)

    print('second half')
    slow = asyncio.create_task(download('slow', 60))
    fast = asyncio.create_task(download('fast', 50))
    await slow
    await fast


asyncio.run(main())
