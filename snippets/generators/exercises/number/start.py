# A question that is asked again until the answer is a number.
def number(question):
    return (yield question)  # your lines


def area():
    width = yield from number('width?')
    height = yield from number('height?')
    return width + height


dialogue = area()
question = next(dialogue)
try:
    for answer in ['wide', '4', '3']:
        print(f'main: {question} {answer}')
        question = dialogue.send(answer)
except StopIteration as stop:
    print(f'main: area {stop.value}')
