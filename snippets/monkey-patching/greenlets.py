# Two jobs ask for an answer, and pause on the way.
# needs: gevent
import gevent


def fetch(name):
    print(f'{name}: asks')
    gevent.sleep(0)
    return f'{name}: has the answer'


def job(name):
    print(f'{name}: starts')
    answer = fetch(name)
    print(answer)


jobs = [gevent.spawn(job, 'a'), gevent.spawn(job, 'b')]
print('main: has spawned')
gevent.joinall(jobs)
print('main: ends')
