# A lamp is ordered from two shops; the slower one is called off.
import asyncio

answers = {}
bought = []


async def buy(shop):
    try:
        await answers[shop].wait()
    except asyncio.CancelledError:
        print(f"{shop}: called off")
        raise
    bought.append(shop)
    print(f"{shop}: sold one lamp")
    return shop


async def main():
    shops = ["south", "north"]
    answers.update((shop, asyncio.Event()) for shop in shops)
    orders = [asyncio.create_task(buy(shop)) for shop in shops]
    answers["north"].set()
    done, pending = await asyncio.wait(
        orders, return_when=asyncio.FIRST_COMPLETED
    )
    winner = next(task for task in orders if task in done)
    print(f"main: bought from {winner.result()}")
    print(f"main: lamps to pay for: {len(bought)}")


asyncio.run(main())
