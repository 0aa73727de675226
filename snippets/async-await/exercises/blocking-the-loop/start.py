# The report computes in ten parts, and gives way after each.
import asyncio
import time


def compute(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


async def nothing():
    pass


async def heart():
    for beat in [1, 2]:
        await asyncio.sleep(0.02)
        print(f'heart: beat {beat}')


async def report():
    print('report: starts')
    for part in range(10):
        compute(0.02)
        await nothing()
    print('report: ends')


async def main():
    await asyncio.gather(heart(), report())


asyncio.run(main())
