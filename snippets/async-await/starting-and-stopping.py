# What happens to work that is still waiting when main ends?
import asyncio


async def work():
    print('work: starts')
    try:
        await asyncio.sleep(0.15)
        print('work: ends')
    finally:
        print('work: cleans up')


async def main():
    left_over = asyncio.create_task(work())
    await asyncio.sleep(0.05)
    print('main: ends')


print('program: starts')
asyncio.run(main())
print('program: after main')
