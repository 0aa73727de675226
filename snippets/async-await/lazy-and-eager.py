# Which line of an async function runs at the call?
import asyncio


async def brew(drink):
    print(f'{drink}: starts')
    await asyncio.sleep(0)
    print(f'{drink}: goes on')
    return f'{drink} is ready'


async def main():
    print('main: calls')
    tea = brew('tea')
    print('main: has called')
    print(f'main: {await tea}')

    coffee = asyncio.create_task(brew('coffee'))
    print('main: has scheduled')
    print(f'main: {await coffee}')


asyncio.run(main())
