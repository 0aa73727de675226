# A loop that yields each value again, and a delegation.
def inner(run):
    answer = yield 'question'
    print(f"{run}: inner got {answer or 'nothing'}")
    return 'result'


def loop():
    for question in inner('loop'):
        answer = yield question
        print(f'loop: outer got {answer}')


def delegate():
    result = yield from inner('delegate')
    print(f'delegate: outer got {result}')


for dialogue in [loop(), delegate()]:
    next(dialogue)
    try:
        dialogue.send('answer')
    except StopIteration:
        pass
