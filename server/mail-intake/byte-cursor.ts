/** Reads little-endian values one after the other. @throws RangeError when the bytes end before the value does */
export class ByteCursor {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  uint8(): number {
    return this.take(1).readUInt8();
  }

  uint16(): number {
    return this.take(2).readUInt16LE();
  }

  uint32(): number {
    return this.take(4).readUInt32LE();
  }

  /** The next bytes, not copied. */
  take(length: number): Buffer {
    if (length > this.#bytes.length - this.#at) throw new RangeError('bytes end too early');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** `take`, and the bytes that fill up to a multiple of four. */
  takePadded(length: number): Buffer {
    const bytes = this.take(length);
    this.take((4 - (length % 4)) % 4);
    return bytes;
  }
}
