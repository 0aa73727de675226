# An ordinary function needs what an async function returns.
import asyncio


async def fetch_price():
    return 42


def price():
    call = fetch_price()
    try:
        return asyncio.run(call)
    except RuntimeError as error:
        call.close()
        return error


async def main():
    print('main: starts')
    print(f'main: helper gave {price()}')
    print(f'main: awaited {await fetch_price()}')


asyncio.run(main())
