// Random asyncio programs: what a tape of numbers chooses. Each prints what it comes to, asks nothing of the machine, and holds all it
// starts under one time limit, so that it ends. The order of a set is never printed: CPython promises none.
import { bodies, statement } from './statements.ts';
import { Writer } from './writer.ts';

const head = `import asyncio
import contextvars

variable = contextvars.ContextVar("variable", default="unset")


def log(*what):
    print(*what, variable.get())


async def ticks(name, count):
    try:
        for number in range(count):
            await asyncio.sleep(number % 2 / 1000)
            yield number
    finally:
        log(name, "closed")


def numbers(name):
    try:
        got = yield 1
        log(name, "got", got)
        yield 2
    finally:
        log(name, "ended")


async def fails(name, seconds):
    await asyncio.sleep(seconds)
    log(name, "fails")
    raise ValueError(name)


async def naps(name, seconds):
    try:
        await asyncio.sleep(seconds)
        log(name, "napped")
        return name
    except asyncio.CancelledError as error:
        log(name, "cancelled", *error.args)
        raise


async def quiet(name, seconds):
    """A group cancels its members in the order of a set."""
    await asyncio.sleep(seconds)
    log(name, "was quiet")


async def notify(condition):
    async with condition:
        condition.notify()
`;

/** The text of the program that a tape chooses. */
export function pythonProgram(tape: readonly number[]): string {
  const writer = new Writer(tape);
  const workers = 2 + writer.choose(3);
  const names = Array.from({ length: workers }, (_, index) => `worker${index}`);
  const written = names.map(
    (name) => `
async def ${name}(lock, seats, queue, event, condition, tasks):
    log("${name} starts")
    try:
${bodies(writer, 2 + writer.choose(4), 2, statement)}
    except asyncio.CancelledError as error:
        log("${name} cancelled", *error.args)
        raise
    finally:
        log("${name} ends")
`,
  );
  return `${head}${written.join('')}
async def main():
    lock, seats, event = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Event()
    queue, condition = asyncio.Queue(${1 + writer.choose(2)}), asyncio.Condition()
    tasks = []
    for work in (${names.join(', ')},):
        tasks.append(asyncio.create_task(work(lock, seats, queue, event, condition, tasks)))
    try:
        async with asyncio.timeout(0.05):
            for result in await asyncio.gather(*tasks, return_exceptions=True):
                log("result", repr(result))
    except TimeoutError:
        log("too late")
    for task in tasks:
        log(task.done(), task.cancelled(), task.cancelling())


asyncio.run(main())
`;
}
