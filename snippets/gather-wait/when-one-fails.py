# One of three jobs fails: who runs on, who is heard?
import asyncio


async def good(name, wait):
    await asyncio.sleep(wait)
    print(f"{name}: done")
    return name


async def bad(name, wait):
    await asyncio.sleep(wait)
    print(f"{name}: breaks")
    raise ValueError(f"{name} broke")


def jobs():
    return [good("a", 0.25), bad("b", 0.05), bad("c", 0.15)]


async def main():
    print("main: all or nothing")
    try:
        await asyncio.gather(*jobs())
    except ValueError as error:
        print(f"main: caught {error}")
    await asyncio.sleep(0.3)

    print("main: every end")
    for end in await asyncio.gather(*jobs(), return_exceptions=True):
        failed = isinstance(end, Exception)
        print(f"- error: {end}" if failed else f"- {end}")


asyncio.run(main())
