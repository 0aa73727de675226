# Three late timers let three jobs end, of which two fail.
import asyncio
import time


async def job(name, delay):
    loop = asyncio.get_running_loop()
    gate = loop.create_future()
    loop.call_later(delay, gate.set_result, None)
    await gate
    print("a: done" if name == "a" else f"{name}: breaks")
    if name != "a":
        raise ValueError(f"{name} broke")


async def main():
    waits = {"b": 0.01, "c": 0.02, "a": 0.03}
    jobs = [asyncio.create_task(job(*pair)) for pair in waits.items()]
    await asyncio.sleep(0)  # let each job set its timer
    time.sleep(0.1)  # all three timers fall due meanwhile
    try:
        await asyncio.gather(*jobs)
    except ValueError as error:
        print(f"main: caught {error}")
    await jobs[2]


asyncio.run(main())
