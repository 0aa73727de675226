# A time limit of 50 ms on work that computes for 150 ms.
import asyncio
import time


def compute(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


async def job():
    print("job: computing")
    compute(0.15)
    print("job: computed, nobody stopped it")
    await asyncio.sleep(0.05)
    print("job: end")


async def main():
    try:
        async with asyncio.timeout(0.05):
            await job()
    except TimeoutError:
        print("main: stopped at the first await")


asyncio.run(main())
