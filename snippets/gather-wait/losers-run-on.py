# The first shop to answer wins the race; the other sells as well.
import asyncio

bought = []


async def buy(shop, wait):
    await asyncio.sleep(wait)
    bought.append(shop)
    print(f"{shop}: sold one lamp")
    return shop


async def main():
    south = asyncio.create_task(buy("south", 0.15))
    north = asyncio.create_task(buy("north", 0.05))
    done, pending = await asyncio.wait(
        [south, north], return_when=asyncio.FIRST_COMPLETED
    )
    print(f"main: bought from {done.pop().result()}")
    await asyncio.sleep(0.2)
    print(f"main: lamps to pay for: {len(bought)}")


asyncio.run(main())
