# Two places, a job that fails, and a count of all that are through.
import asyncio

names = ['a', 'b', 'c', 'd']
gates = {name: asyncio.Event() for name in names}


async def job(name):
    print(f'{name}: starts')
    await gates[name].wait()
    if name == 'b':
        raise OSError('b: fails')
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
    through = 0

    async def counted(name):
        nonlocal through
        async with places:
            try:
                await job(name)
                through += 1
                print(f'main: {through} of {len(names)}')
            except OSError as error:
                print(error)

    await asyncio.gather(open_gates(), *map(counted, names))


asyncio.run(main())
