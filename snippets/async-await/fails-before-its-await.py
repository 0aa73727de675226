# One call fails while main awaits another one.
import asyncio


async def download(name):
    print(f'{name}: starts')
    await asyncio.sleep(0.05)
    print(f'{name}: ends')


async def refuse(name):
    print(f'{name}: starts')
    raise OSError(f'{name}: no answer')


async def main():
    good = asyncio.create_task(download('good'))
    bad = asyncio.create_task(refuse('bad'))
    try:
        await good
        await bad
    except OSError as error:
        print(f'main: caught {error}')
    print('main: ends')


asyncio.run(main())
