# A blocking call in a thread of its own leaves the loop free.
# needs: threads
import asyncio
import threading

gate = threading.Event()


async def report():
    print('report: starts')
    await asyncio.to_thread(gate.wait)
    print('report: ends')


async def heart():
    for beat in [1, 2, 3]:
        await asyncio.sleep(0.02)
        print(f'heart: beat {beat}')
    gate.set()


async def main():
    await asyncio.gather(report(), heart())


asyncio.run(main())
