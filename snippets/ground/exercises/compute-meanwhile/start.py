# Main asks a server and computes before the answer is there.
import asyncio


async def ask():
    print('ask: asks')
    await asyncio.sleep(0.01)
    print('ask: has the answer')


def compute():
    print('main: computes')


async def main():
    await ask()  # your lines
    compute()
    print('main: has both')


asyncio.run(main())
