# The second timer is set by the task that has to come before it.
import asyncio
import time


async def sleeper(alarm):
    await alarm
    print("task: woken")


async def main():
    loop = asyncio.get_running_loop()
    alarm = loop.create_future()

    def first():
        print("first timer")
        alarm.set_result(None)

    task = asyncio.create_task(sleeper(alarm))
    await asyncio.sleep(0)  # let the task reach its await
    loop.call_later(0.01, first)
    loop.call_later(0.02, print, "second timer")
    time.sleep(0.1)  # the first timer falls due meanwhile
    print("main: the first is due")
    await task


asyncio.run(main())
