# Two tasks print in turns and sleep equally long.
import asyncio


async def speak(what):
    for n in [1, 2]:
        print(f"{what} {n}")
        await asyncio.sleep(0.05)


async def main():
    asking = asyncio.create_task(speak("question"))
    answering = asyncio.create_task(speak("answer"))
    await asking
    await answering
    print("end")


asyncio.run(main())
