# A loop leaves a generator in the middle. Who closes the file?
def file():
    try:
        yield 'line 1'
        yield 'line 2'
    finally:
        print('file closed')


lines = file()
for line in lines:
    print(f'read {line}')
    break
print('after the loop')
lines.close()
print('after the close')
