# Two tasks that only sleep do not talk: the answers run ahead.
import asyncio


async def ask(pause):
    for n in range(1, 4):
        print(f'question {n}')
        await asyncio.sleep(pause)


async def answer(pause):
    for n in range(1, 4):
        print(f'answer {n}')
        await asyncio.sleep(pause)


async def main():
    await asyncio.gather(ask(0.2), answer(0.06))
    print('end')


asyncio.run(main())
