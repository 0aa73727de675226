# A total that is read and written after the await.
import asyncio

till = 0


async def charge(amount):
    await asyncio.sleep(0.2)  # stands for a call to the bank
    return amount


async def pay(name, comes_after, amount):
    global till
    await asyncio.sleep(comes_after)
    print(f"{name}: asks the bank")
    paid = await charge(amount)
    till += paid
    print(f"{name}: has paid {paid}")


async def main():
    await asyncio.gather(pay("ann", 0.05, 10), pay("bob", 0.3, 20))
    print(f"till: {till}")


asyncio.run(main())
