# Stop waiting at the first that ends, look at all, wait for the rest.
import asyncio


async def job(name, wait):
    await asyncio.sleep(wait)
    if name == "b":
        raise ValueError("b broke")
    return f"{name} is fine"


async def main():
    waits = {"a": 0.35, "b": 0.20, "c": 0.05}
    jobs = [asyncio.create_task(job(*pair)) for pair in waits.items()]
    done, pending = await asyncio.wait(
        jobs, return_when=asyncio.FIRST_COMPLETED
    )
    for index, task in enumerate(jobs):
        state = "done" if task in done else "pending"
        print(f"job {index}: {state}")

    done, pending = await asyncio.wait(jobs)
    for index, task in enumerate(jobs):
        if task.exception() is None:
            print(f"job {index}: {task.result()}")
        else:
            print(f"job {index}: failed, {task.exception()}")


asyncio.run(main())
