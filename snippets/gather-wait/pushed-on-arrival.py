# Two prices, pushed to a list as they come, and returned.
import asyncio

goods = ["tea", "milk"]
prices = {"tea": 9, "milk": 1}
waits = {"tea": 0.12, "milk": 0.10}


async def look_up(name):
    await asyncio.sleep(waits[name])  # stands for the network
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
