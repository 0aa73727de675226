# The second timer is set by the task that has to come before it.
import asyncio
import time


async def sleeper(alarm, end):
    await alarm
    print("task: woken")
    asyncio.get_running_loop().call_later(0.02, print, "second timer")


async def main():
    loop = asyncio.get_running_loop()
    alarm, end = loop.create_future(), loop.create_future()

    def first():
        print("first timer")
        alarm.set_result(None)

    task = asyncio.create_task(sleeper(alarm, end))
    await asyncio.sleep(0)  # let the task reach its await
    loop.call_later(0.01, first)
    time.sleep(0.1)  # the first timer falls due meanwhile
    print("main: the first is due")
    await task


asyncio.run(main())
