# Parts of a text that come in another order than they are read in.
import asyncio

texts = ['once', 'upon', 'a time']
gates = []


async def load(index):
    await gates[index].wait()
    print(f'part {index}: is there')
    return index, texts[index]


async def main():
    gates.extend(asyncio.Event() for _ in texts)
    jobs = [asyncio.create_task(load(index)) for index in range(3)]
    order = [2, 0, 1]

    def open_next():
        if order:
            gates[order.pop(0)].set()

    open_next()
    for coming in asyncio.as_completed(jobs):
        _, text = await coming
        print(f'main: {text}')
        open_next()


asyncio.run(main())
