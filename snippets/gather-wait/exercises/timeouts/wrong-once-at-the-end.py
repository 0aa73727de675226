# Work in slices that gives way between them, under a time limit.
import asyncio
import time


def compute(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


async def job():
    print("job: computing in slices")
    for _ in range(20):
        compute(0.02)
    print("job: all slices")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("job: end")


async def main():
    try:
        async with asyncio.timeout(0.05):
            await job()
    except TimeoutError:
        print("main: stopped between two slices")


asyncio.run(main())
