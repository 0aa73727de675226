# After the failure main cleans up, but a sibling is still at work.
import asyncio

connection = {"open": True}


async def save(wait):
    await asyncio.sleep(wait)
    is_open = connection["open"]
    print("save: saved" if is_open else "save: lost, no connection")


async def check(wait):
    await asyncio.sleep(wait)
    raise ValueError("check failed")


async def main():
    try:
        await asyncio.gather(save(0.15), check(0.05))
    except ValueError as error:
        print(f"main: {error}")
    finally:
        connection["open"] = False
        print("main: connection closed")
    await asyncio.sleep(0.15)
    print("main: end")


asyncio.run(main())
