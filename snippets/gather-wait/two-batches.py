# Four jobs in two batches. Their gates open one by one.
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


async def in_batches():
    for batch in names[:2], names[2:]:
        await asyncio.gather(*map(job, batch))


async def main():
    await asyncio.gather(open_gates(), in_batches())


asyncio.run(main())
