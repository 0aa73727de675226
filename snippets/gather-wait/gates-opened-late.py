# Three timers settle three futures, all late. What is done first?
import asyncio
import time

done = []


async def job(name, delay):
    loop = asyncio.get_running_loop()
    gate = loop.create_future()
    loop.call_later(delay, gate.set_result, None)
    await gate
    done.append(name)


async def main():
    waits = {"a": 0.01, "b": 0.02, "c": 0.03}
    jobs = [asyncio.create_task(job(*pair)) for pair in waits.items()]
    await asyncio.sleep(0)  # let each job set its timer
    time.sleep(0.1)  # all three timers fall due meanwhile
    await asyncio.wait(jobs, return_when=asyncio.FIRST_COMPLETED)
    print(f"main: done are {' '.join(done)}")
    await asyncio.wait(jobs)
    print(f"main: done are {' '.join(done)}")


asyncio.run(main())
