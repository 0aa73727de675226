# Three downloads at once, and one list of results.
import asyncio


async def download(page, latency):
    print(f"{page}: asked")
    await asyncio.sleep(latency)  # stands for the network
    print(f"{page}: answered")
    return page.upper()


async def main():
    results = await asyncio.gather(
        download("a", 0.50),
        download("b", 0.40),
        download("c", 0.45),
    )
    print(f"results: {' '.join(results)}")


asyncio.run(main())
