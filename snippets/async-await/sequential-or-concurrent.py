# The same two waits, one after another and then together.
import asyncio


async def download(name, ms):
    print(f'{name}: starts')
    await asyncio.sleep(ms / 1000)
    print(f'{name}: ends')


async def main():
    print('one after another')
    await download('slow', 100)
    await download('fast', 50)

    print('together')
    slow = asyncio.create_task(download('slow', 100))
    fast = asyncio.create_task(download('fast', 50))
    await slow
    await fast


asyncio.run(main())
