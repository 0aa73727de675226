# Main leaves the block of a pool while a job is running.
# needs: processes
import multiprocessing

context = multiprocessing.get_context('spawn')


def keep(*events):
    global begun, gate
    begun, gate = events


def serve():
    print('pool: begins', flush=True)
    begun.set()
    gate.wait()
    print('pool: ends', flush=True)


if __name__ == '__main__':
    events = [context.Event(), context.Event()]
    with context.Pool(1, keep, events) as pool:
        job = pool.apply_async(serve)
        events[0].wait()
        print('main: leaves', flush=True)
    end = 'has ended' if job.ready() else 'has not ended'
    print(f'main: has left, the job {end}')
