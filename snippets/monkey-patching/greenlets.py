# A greenlet pauses from inside a plain function that it calls.
# needs: gevent
import gevent


def fetch(name, seconds):
    print(f'{name}: ask')
    gevent.sleep(seconds)
    return f'{name}: answer'


def job(name, seconds):
    print(f'{name}: start')
    answer = fetch(name, seconds)
    print(answer)


print('main: start')
jobs = [gevent.spawn(job, 'a', 0.12), gevent.spawn(job, 'b', 0.06)]
print('main: spawned')
gevent.joinall(jobs)
print('main: end')
