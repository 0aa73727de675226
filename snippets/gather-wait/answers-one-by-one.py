# Main takes each answer and then opens the next gate.
import asyncio

gates = {}


async def job(name):
    await gates[name].wait()
    print(f'{name}: ends')
    return name


async def main():
    gates.update((name, asyncio.Event()) for name in 'abc')
    jobs = [asyncio.create_task(job(name)) for name in 'abc']
    order = ['c', 'a', 'b']

    def open_next():
        if order:
            gates[order.pop(0)].set()

    open_next()
    for coming in asyncio.as_completed(jobs):
        print(f'main: gets {await coming}')
        open_next()


asyncio.run(main())
