# The same main, which gives way once before its last line.
import asyncio


async def task():
    print("task: first half")
    await asyncio.sleep(0)
    print("task: second half")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "timer, 0 ms")

    def callback():
        print("callback")
        loop.call_soon(print, "callback from a callback")

    loop.call_soon(callback)
    running = asyncio.create_task(task())
    await asyncio.sleep(0)
    print("main: end")
    await running
    await asyncio.sleep(0.05)


asyncio.run(main())
