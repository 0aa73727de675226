# An answer after 10 ms and a limit of 20 ms have both come due.
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    answer = loop.create_future()

    def arrive():
        if not answer.done():  # else the limit has come first
            answer.set_result("answer")

    loop.call_later(0.01, arrive)
    try:
        async with asyncio.timeout(0.02):
            time.sleep(0.1)  # both fall due meanwhile
            print(f"main: has the {await answer}")
    except TimeoutError:
        print("main: too late")


asyncio.run(main())
