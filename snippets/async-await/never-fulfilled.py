# The work waits for a future that is never fulfilled.
import asyncio


async def work():
    print('work: starts')
    try:
        await asyncio.Future()
        print('work: ends')
    finally:
        print('work: cleans up')


async def main():
    left_over = asyncio.create_task(work())
    await asyncio.sleep(0)
    print('main: ends')


print('program: starts')
asyncio.run(main())
print('program: after main')
