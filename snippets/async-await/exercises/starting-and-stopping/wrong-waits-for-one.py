# Main ends when everything that it started has ended.
import asyncio


async def work(name, ms):
    print(f'{name}: starts')
    await asyncio.sleep(ms / 1000)
    print(f'{name}: ends')


async def main():
    job = asyncio.create_task(work('a', 60))
    asyncio.create_task(work('b', 50))
    await asyncio.sleep(0)
    print('main: waits for the rest')
    await job
    print('main: ends')


print('program: starts')
asyncio.run(main())
print('program: after main')
