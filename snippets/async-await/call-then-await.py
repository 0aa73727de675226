# Main calls an async function, does something else, and awaits.
import asyncio


async def brew():
    print('tea: starts')
    await asyncio.sleep(0)
    print('tea: goes on')
    return 'tea is ready'


async def main():
    print('main: calls')
    tea = brew()
    print('main: has called')
    await asyncio.sleep(0.02)
    print('main: has slept')
    print(f'main: {await tea}')


asyncio.run(main())
