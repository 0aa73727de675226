# Three jobs that run at the same time, and one function that waits for all.
import asyncio


async def gather(*coroutines):
    return []  # your lines


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
