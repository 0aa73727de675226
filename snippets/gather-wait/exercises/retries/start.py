# A payment is tried again after an answer that was lost.
import asyncio

charged = 0
calls = 0


# the bank charges at once, and its first answer is lost
async def charge(amount):
    global calls, charged
    calls += 1
    charged += amount
    print(f'bank: charges {amount}')
    if calls == 1:
        await asyncio.sleep(60)


async def pay(amount):
    for attempt in [1, 2]:
        try:
            async with asyncio.timeout(0.05):
                await charge(amount)
            print('client: has paid')
            return
        except TimeoutError:
            print('client: no answer')


async def main():
    await pay(10)
    print(f'bank: has charged {charged}')


asyncio.run(main())
