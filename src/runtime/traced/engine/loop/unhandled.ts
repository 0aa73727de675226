// The error that Node makes of a rejection whose reason is no error.

export class UnhandledPromiseRejection extends Error {
  override readonly name = 'UnhandledPromiseRejection';
  readonly code = 'ERR_UNHANDLED_REJECTION';

  constructor(reason: string) {
    super(
      'This error originated either by throwing inside of an async function without a catch block, or by rejecting a ' +
        `promise which was not handled with .catch(). The promise rejected with the reason "${reason}".`,
    );
  }
}
