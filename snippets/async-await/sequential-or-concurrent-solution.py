# Three downloads together; results in the order of the question.
import asyncio


async def download(name, ms):
    print(f'{name}: starts')
    await asyncio.sleep(ms / 1000)
    print(f'{name}: ends')
    return name


async def main():
    ant = asyncio.create_task(download('ant', 60))
    bee = asyncio.create_task(download('bee', 55))
    cat = asyncio.create_task(download('cat', 50))

    results = []
    for page in [ant, bee, cat]:
        results.append(await page)
    print(f'main: {" ".join(results)}')


asyncio.run(main())
