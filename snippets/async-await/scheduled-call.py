# Main has the call of an async function made later.
import asyncio


async def brew():
    print('tea: starts')
    await asyncio.sleep(0)
    print('tea: goes on')
    return 'tea is ready'


async def main():
    print('main: calls')
    tea = asyncio.create_task(brew())
    print('main: has called')
    await asyncio.sleep(0.02)
    print('main: has slept')
    print(f'main: {await tea}')


asyncio.run(main())
