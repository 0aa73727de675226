# Two tasks in one thread, and two locks: ann before bob.
import asyncio

locks = {"ann": asyncio.Lock(), "bob": asyncio.Lock()}


async def pay(payer, payee, comes_after):
    await asyncio.sleep(comes_after)
    first, second = sorted([payer, payee])
    async with locks[first]:
        print(f"{payer}: holds {first}")
        await asyncio.sleep(0.2)  # stands for a call to the bank
        async with locks[second]:
            print(f"{payer}: has paid")


async def main():
    await asyncio.gather(
        pay("ann", "bob", 0.05),
        pay("bob", "ann", 0.3),
    )
    print("both have paid")


asyncio.run(main())
