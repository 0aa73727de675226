# Code that has waited asks for a timer and a callback.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0.01)  # stands for a wait for input
    print("data: has arrived")
    loop.call_later(0, print, "timer, 0 ms")
    loop.call_soon(print, "as soon as possible")
    await asyncio.sleep(0.05)


asyncio.run(main())
