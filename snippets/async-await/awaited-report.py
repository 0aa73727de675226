# The report sleeps in place of computing.
import asyncio


async def heart():
    for beat in [1, 2]:
        await asyncio.sleep(0.02)
        print(f'heart: beat {beat}')


async def report():
    print('report: starts')
    await asyncio.sleep(0.2)
    print('report: ends')


async def main():
    await asyncio.gather(heart(), report())


asyncio.run(main())
