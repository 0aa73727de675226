# Two functions compute, and give way once in the middle.
import asyncio


def half():
    sum(range(50_000))


async def compute(name):
    print(f'{name}: computes')
    half()
    await asyncio.sleep(0)
    half()
    print(f'{name}: has computed')


async def main():
    await asyncio.gather(compute('c'), compute('d'))


asyncio.run(main())
