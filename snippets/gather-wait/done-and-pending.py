# Three jobs wait at gates, and main looks at them twice.
import asyncio

gates = {}


async def job(name):
    await gates[name].wait()
    if name == "b":
        raise ValueError("b broke")
    return f"{name} is fine"


async def main():
    gates.update((name, asyncio.Event()) for name in "abc")
    jobs = [asyncio.create_task(job(name)) for name in "abc"]
    gates["c"].set()
    done, pending = await asyncio.wait(
        jobs, return_when=asyncio.FIRST_COMPLETED
    )
    for index, task in enumerate(jobs):
        state = "done" if task in done else "pending"
        print(f"job {index}: {state}")

    gates["b"].set()
    gates["a"].set()
    await asyncio.wait(jobs)
    for index, task in enumerate(jobs):
        if task.exception() is None:
            print(f"job {index}: {task.result()}")
        else:
            print(f"job {index}: failed, {task.exception()}")


asyncio.run(main())
