# Pages from a cache, with one turn of the loop after each of them.
import asyncio

cache = {1: "one", 2: "two", 3: "three"}


async def page(number):
    return cache[number]  # always there: nothing to wait for


def beat(count):
    print(f"beat {count}")
    if count < 3:
        asyncio.get_running_loop().call_soon(beat, count + 1)


async def main():
    asyncio.get_running_loop().call_soon(beat, 1)
    for number in [1, 2, 3]:
        print(f"page {number}: {await page(number)}")
    print("main: end")


asyncio.run(main())
