# Three downloads, one after the other.
import asyncio


async def download(name, ms):
    print(f'{name}: starts')
    await asyncio.sleep(ms / 1000)
    print(f'{name}: ends')
    return name


async def main():
    results = [
        await download('ant', 60),
        await download('bee', 55),
        await download('cat', 50),
    ]
    print(f'main: {" ".join(results)}')


asyncio.run(main())
