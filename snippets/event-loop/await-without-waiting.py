# Three awaits that have nothing to wait for, and two callbacks.
import asyncio

cache = {1: "one", 2: "two", 3: "three"}


async def page(number):
    return cache[number]  # always there: nothing to wait for


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "timer, 0 ms")
    loop.call_soon(print, "callback")
    for number in [1, 2, 3]:
        print(f"page {number}: {await page(number)}")
    await asyncio.sleep(0.05)
    print("main: a wait that waited")


asyncio.run(main())
