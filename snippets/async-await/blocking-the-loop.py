# A blocking wait stops the heart; an awaited wait does not.
import asyncio
import time


async def heart():
    for beat in [1, 2]:
        await asyncio.sleep(0.05)
        print(f'heart: beat {beat}')


async def main():
    print('blocking')
    first = asyncio.create_task(heart())
    print('report: starts')
    time.sleep(0.2)
    print('report: ends')
    await first

    print('awaiting')
    second = asyncio.create_task(heart())
    print('report: starts')
    await asyncio.sleep(0.2)
    print('report: ends')
    await second


asyncio.run(main())
