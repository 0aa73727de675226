# Main starts some work, pauses once, and ends.
import asyncio


async def work():
    print('work: starts')
    try:
        await asyncio.sleep(0.05)
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
