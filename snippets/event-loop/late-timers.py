# Three timers have come due while the program computed.
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.02, print, "A, 20 ms")
    loop.call_later(0.03, print, "B, 30 ms")
    time.sleep(0.015)
    loop.call_later(0.02, print, "C, 20 ms, set 15 ms later")
    time.sleep(0.1)
    print("main: all three are due")
    await asyncio.sleep(0.05)


asyncio.run(main())
