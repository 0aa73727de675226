# A check fails and main cleans up, while a save is on its way.
import asyncio

connection = {"open": True}


async def save(sent):
    await sent.wait()
    is_open = connection["open"]
    print("save: saved" if is_open else "save: lost, no connection")


async def check():
    raise ValueError("check failed")


async def main():
    sent = asyncio.Event()
    saving = asyncio.create_task(save(sent))
    try:
        await asyncio.gather(saving, check())
    except ValueError as error:
        print(f"main: {error}")
    finally:
        connection["open"] = False
        print("main: connection closed")
    sent.set()  # the network has been slow until now
    await saving


asyncio.run(main())
