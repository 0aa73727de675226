# Three downloads at a time, results in the order of the list.
import asyncio


async def download(name, ms):
    print(f'{name}: starts')
    await asyncio.sleep(ms / 1000)
    print(f'{name}: ends')
    return name


async def main():
    results = await asyncio.gather(
        download('ant', 60),
        download('bee', 55),
        download('cat', 50),
    )
    print(f'main: {" ".join(results)}')


asyncio.run(main())
