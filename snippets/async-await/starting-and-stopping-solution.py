# main waits for everything that it started.
import asyncio


async def work(name, ms):
    await asyncio.sleep(ms / 1000)
    print(f'{name}: ends')


async def main():
    async with asyncio.TaskGroup() as jobs:
        jobs.create_task(work('long', 150))
        jobs.create_task(work('short', 100))
        await asyncio.sleep(0.05)
        print('main: waits for the rest')
    print('main: ends')


print('program: starts')
asyncio.run(main())
print('program: after main')
