import type { Request } from 'express';
import type { EndpointShape } from './contract.ts';
import { AppError } from './errors.ts';

const MEBIBYTE = 1024 * 1024;

/** What uploads may take of this process, so that many at once end in a refusal and not in its death. */
interface Room {
  /** Bytes of all that are being received or worked on. */
  readonly bytes: number;
  /** How many are worked on at once; each may have a child process. The others wait, with their bytes. */
  readonly working: number;
}

/** Strangers have a room of their own: they cannot take that of people at their desks. */
const ROOMS: Record<'public' | 'desk', Room> = {
  public: { bytes: 100 * MEBIBYTE, working: 2 },
  desk: { bytes: 250 * MEBIBYTE, working: 3 },
};

class UploadRoom {
  readonly #room: Room;
  readonly #queue: (() => void)[] = [];
  #bytes = 0;
  #working = 0;

  constructor(room: Room) {
    this.#room = room;
  }

  /** @throws AppError `unavailable` when there is no room for these bytes too */
  take(bytes: number): void {
    if (this.#bytes + bytes > this.#room.bytes)
      throw new AppError('unavailable', {
        detail: 'Terlalu banyak berkas sedang diunggah. Coba lagi sebentar lagi.',
        retryAfterSeconds: 5,
      });
    this.#bytes += bytes;
  }

  giveBack(bytes: number): void {
    this.#bytes -= bytes;
  }

  async work<T>(task: () => Promise<T>): Promise<T> {
    if (this.#working >= this.#room.working) await new Promise<void>((resolve) => this.#queue.push(resolve));
    else this.#working += 1;
    try {
      return await task();
    } finally {
      const next = this.#queue.shift();
      if (next) next();
      else this.#working -= 1;
    }
  }
}

const rooms = { public: new UploadRoom(ROOMS.public), desk: new UploadRoom(ROOMS.desk) };

/** Receives the body, within the size cap of the endpoint and the room of the process, and works on it. */
export async function withUpload<T>(
  request: Request,
  shape: EndpointShape,
  work: (bytes: Buffer) => Promise<T>,
): Promise<T> {
  const room = rooms[shape.access === 'public' ? 'public' : 'desk'];
  let held = 0;
  try {
    const bytes = await receive(request, shape, (size) => {
      room.take(size);
      held += size;
    });
    return await room.work(() => work(bytes));
  } finally {
    room.giveBack(held);
  }
}

async function receive(request: Request, shape: EndpointShape, take: (size: number) => void): Promise<Buffer> {
  const limit = shape.uploadLimitBytes ?? 0;
  const tooLarge = () =>
    new AppError(shape.errors.includes('annex_too_large') ? 'annex_too_large' : 'payload_too_large');
  if (Number(request.get('content-length') ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    take(chunk.length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
