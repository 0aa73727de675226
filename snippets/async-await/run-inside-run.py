# A synchronous helper cannot wait for the loop that runs it.
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
    answer = price()
    print(f'main: helper gave {answer}')
    print(f'main: awaited {await fetch_price()}')


asyncio.run(main())
