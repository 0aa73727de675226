# The word async in front of a blocking body changes nothing.
import asyncio
import time


async def pause(ms):
    time.sleep(ms / 1000)


async def say(name):
    print(f'{name}: starts')
    await pause(50)
    print(f'{name}: ends')


async def alarm():
    await asyncio.sleep(0.01)
    print('alarm: rings')


async def main():
    await asyncio.gather(alarm(), say('A'), say('B'))


asyncio.run(main())
