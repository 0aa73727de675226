# A job fails, and another one goes on.
import asyncio


async def save(sent):
    try:
        await sent.wait()
        print("save: saved")
    except asyncio.CancelledError:
        print("save: stopped")
        raise


async def check():
    raise ValueError("check failed")


async def main():
    try:
        await asyncio.gather(save(asyncio.Event()), check())
    except ValueError as error:
        print(f"main: {error}")
    print("main: connection closed")


asyncio.run(main())
