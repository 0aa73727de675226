# Two functions that wait, and then two that compute.
import asyncio


async def wait(name, gate):
    print(f'{name}: waits')
    await gate.wait()
    print(f'{name}: has waited')


async def compute(name):
    print(f'{name}: computes')
    sum(range(100_000))
    print(f'{name}: has computed')


async def main():
    gate = asyncio.Event()
    asyncio.get_running_loop().call_later(0.05, gate.set)
    await asyncio.gather(wait('a', gate), wait('b', gate))
    await asyncio.gather(compute('c'), compute('d'))


asyncio.run(main())
