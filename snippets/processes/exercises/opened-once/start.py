# Main opens a shop, and a child serves in it.
# needs: processes
import multiprocessing

role = 'main' if __name__ == '__main__' else 'child'


def say(what):
    print(f'{role}: {what}')


def work():
    say('serves')


say('opens the shop')  # move this line
if role == 'main':
    context = multiprocessing.get_context('spawn')
    child = context.Process(target=work)
    child.start()
    child.join()
    say('closes the shop')
