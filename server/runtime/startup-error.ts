/** A start that cannot go on; the message is the Indonesian sentence that the person at the terminal reads. */
export class StartupError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartupError';
  }
}
