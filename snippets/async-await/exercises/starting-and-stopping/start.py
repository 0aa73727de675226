# Main ends, and what it has started goes on.
import asyncio


async def work(name, ms):
    print(f'{name}: starts')
    await asyncio.sleep(ms / 1000)
    print(f'{name}: ends')


async def main():
    asyncio.create_task(work('a', 60))
    asyncio.create_task(work('b', 50))
    await asyncio.sleep(0)
    print('main: waits for the rest')
    print('main: ends')


print('program: starts')
asyncio.run(main())
print('program: after main')
