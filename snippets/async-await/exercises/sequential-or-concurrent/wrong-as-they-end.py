# Three downloads at a time, results in the order of the list.
import asyncio


async def download(name, ms):
    print(f'{name}: starts')
    await asyncio.sleep(ms / 1000)
    print(f'{name}: ends')
    return name


async def main():
    results = []
    calls = [download('ant', 60), download('bee', 55), download('cat', 50)]
    for coming in asyncio.as_completed(calls):
        results.append(await coming)
    print(f'main: {" ".join(results)}')


asyncio.run(main())
