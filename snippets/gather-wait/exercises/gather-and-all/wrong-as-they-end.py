# Start all, then wait for one after the other.
import asyncio


async def gather(*coroutines):
    tasks = [asyncio.create_task(each) for each in coroutines]
    return [await each for each in asyncio.as_completed(tasks)]


async def job(name, wait):
    await asyncio.sleep(wait)
    print(f"{name}: end")
    return name


async def main():
    jobs = [job("a", 0.50), job("b", 0.40), job("c", 0.45)]
    results = await gather(*jobs)
    print(f"results: {' '.join(results)}")
    print(f"of nothing: {len(await gather())} results")


asyncio.run(main())
