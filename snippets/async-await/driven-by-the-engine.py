# The same job as an async function.
import asyncio


def later(price):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.01, future.set_result, price)
    return future


async def shop():
    pen = await later(20)
    print(f'shop: the pen costs {pen}')
    ink = await later(22)
    print(f'shop: the ink costs {ink}')
    return pen + ink


async def main():
    result = asyncio.create_task(shop())
    print('main: goes on')
    print('main: the sum is', await result)


asyncio.run(main())
