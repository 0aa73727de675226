# The first shop to answer wins the race; the other is called off.
import asyncio

bought = []


async def buy(shop, wait):
    try:
        await asyncio.sleep(wait)
    except asyncio.CancelledError:
        print(f"{shop}: called off")
        raise
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
    for task in pending:
        task.cancel()
    await asyncio.wait([south, north])
    print(f"main: lamps to pay for: {len(bought)}")


asyncio.run(main())
