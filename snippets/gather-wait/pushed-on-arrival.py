# Results pushed to a shared list come in the order of arrival.
import asyncio

goods = ["tea", "milk", "rice"]
prices = {"tea": 9, "milk": 1, "rice": 4}
waits = {"tea": 0.15, "milk": 0.05, "rice": 0.10}


async def look_up(name):
    await asyncio.sleep(waits[name])
    return prices[name]


async def main():
    pushed = []

    async def push(name):
        pushed.append(await look_up(name))

    await asyncio.gather(*[push(name) for name in goods])
    for name, price in zip(goods, pushed):
        print(f"pushed: {name} costs {price}")

    returned = await asyncio.gather(*[look_up(name) for name in goods])
    for name, price in zip(goods, returned):
        print(f"returned: {name} costs {price}")


asyncio.run(main())
