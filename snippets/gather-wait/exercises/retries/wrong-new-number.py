# A payment is tried again under the same number.
import asyncio

charged = 0
known = set()
calls = 0


# the bank charges at once, and its first answer is lost
async def charge(id, amount):
    global calls, charged
    if id in known:
        print(f'bank: knows payment {id}')
        return
    charged += amount
    print(f'bank: charges {amount} for {id}')
    calls += 1
    if calls == 1:
        await asyncio.sleep(60)
    known.add(id)


async def pay(id, amount):
    for attempt in [1, 2]:
        try:
            async with asyncio.timeout(0.05):
                await charge(id, amount)
            print('client: has paid')
            return
        except TimeoutError:
            print('client: no answer')


async def main():
    await pay(7, 10)
    print(f'bank: has charged {charged}')


asyncio.run(main())
