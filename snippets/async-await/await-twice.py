# What a second await of the same call gives.
import asyncio


async def add(a, b):
    print('add: runs')
    return a + b


async def main():
    call = add(20, 22)
    print(f'first: {await call}')
    try:
        print(f'second: {await call}')
    except RuntimeError as error:
        print(f'second: {error}')


asyncio.run(main())
