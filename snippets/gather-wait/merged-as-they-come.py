# Three parts of a text are put together as they come.
import asyncio

texts = ['once', 'upon', 'a time']
gates = []


async def load(index):
    await gates[index].wait()
    return index, texts[index]


async def main():
    gates.extend(asyncio.Event() for _ in texts)
    jobs = [asyncio.create_task(load(index)) for index in range(3)]
    order = [2, 0, 1]

    def open_next():
        if order:
            gates[order.pop(0)].set()

    appended = []
    placed = ['', '', '']
    open_next()
    for coming in asyncio.as_completed(jobs):
        index, text = await coming
        appended.append(text)
        placed[index] = text
        open_next()
    print(f'appended: {" ".join(appended)}')
    print(f'placed: {" ".join(placed)}')


asyncio.run(main())
