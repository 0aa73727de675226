# A client asks a server, three times at most, under one time limit.
import asyncio


# the server refuses call 1 and does not answer call 2
async def ask(attempt):
    print(f'client: try {attempt}')
    if attempt == 1:
        raise OSError('refused')
    if attempt == 2:
        await asyncio.sleep(60)
    return 'the answer'


async def retry(attempts):
    for attempt in range(1, attempts + 1):
        try:
            return await ask(attempt)
        except OSError:
            print(f'client: try {attempt} fails')
            if attempt == attempts:
                raise


async def main():
    try:
        async with asyncio.timeout(0.05):
            print(f'main: {await retry(3)}')
    except TimeoutError:
        print('main: gives up')


asyncio.run(main())
