# A payment is tried again under the same number.
import asyncio

charged = 0
known = set()


# the bank charges at once, and its first answer is lost
async def charge(id, amount):
    global charged
    if id in known:
        print(f'bank: knows payment {id}')
        return
    known.add(id)
    charged += amount
    print(f'bank: charges {amount}')
    await asyncio.sleep(60)


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
