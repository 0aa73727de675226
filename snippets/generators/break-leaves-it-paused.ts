// A loop leaves a generator in the middle. Who closes the file?
function* file() {
  try {
    yield 'line 1';
    yield 'line 2';
  } finally {
    console.log('file closed');
  }
}

const lines = file();
for (const line of lines) {
  console.log(`read ${line}`);
  break;
}
console.log('after the loop');
lines.return();
console.log('after the close');
