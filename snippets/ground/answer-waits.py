# Main asks, and computes before it awaits the answer.
import asyncio


async def ask():
    print('ask: asks')
    await asyncio.sleep(0.001)  # stands for the way to a server
    print('ask: has the answer')


async def main():
    answer = asyncio.create_task(ask())
    await asyncio.sleep(0)  # lets the task begin
    print('main: computes')
    sum(range(100_000))
    print('main: has computed')
    await answer


asyncio.run(main())
