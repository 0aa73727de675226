# Four jobs share two places. Their gates open one by one.
import asyncio

names = ['a', 'b', 'c', 'd']
gates = {name: asyncio.Event() for name in names}


async def job(name):
    print(f'{name}: starts')
    await gates[name].wait()
    print(f'{name}: ends')


async def others_run():
    for _ in range(10):
        await asyncio.sleep(0)


async def open_gates():
    for name in ['b', 'a', 'c', 'd']:
        await others_run()
        gates[name].set()


async def main():
    places = asyncio.Semaphore(2)

    async def limited(name):
        async with places:
            await job(name)

    await asyncio.gather(open_gates(), *map(limited, names))


asyncio.run(main())
