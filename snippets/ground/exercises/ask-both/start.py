# Main asks two servers, of which the second takes longer.
import asyncio


async def ask(name, seconds):
    print(f'{name}: is asked')
    await asyncio.sleep(seconds)
    print(f'{name}: has answered')
    return name


async def main():
    answers = [await ask('a', 0.01), await ask('b', 0.02)]  # your lines
    print(f'main: has {len(answers)} answers')


asyncio.run(main())
