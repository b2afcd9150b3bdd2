import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export interface RawViewerOptions {
  readonly port: number;
  readonly token: string;
  /** The connection to `/live` stands. */
  readonly onOpen: (viewer: RawViewer) => void;
  /** Everything of the namespace: `2/live,["delta",{…}]`, `3/live,7[{…}]`. Without the Engine.IO digit. */
  readonly onPacket: (packet: string, viewer: RawViewer) => void;
  readonly onClose?: () => void;
}

const PREFIX = '/live,';
const OPCODE_TEXT = 1;
const OPCODE_PING = 9;

/**
 * Socket.IO by hand over a bare TCP socket: light enough to run thousands of them, and one that can stop reading, which
 * a proper client never does. Only what our own server sends is understood: whole text frames.
 */
export class RawViewer {
  readonly #socket: Socket;
  readonly #options: RawViewerOptions;
  #rest: Buffer = Buffer.alloc(0);
  #isUpgraded = false;
  #acks = 0;

  constructor(options: RawViewerOptions) {
    this.#options = options;
    this.#socket = connect({ port: options.port, host: '127.0.0.1', noDelay: true });
    const key = randomBytes(16).toString('base64');
    this.#socket.write(
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\n' +
        `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    );
    this.#socket.on('data', (chunk) => this.#take(chunk));
    this.#socket.on('error', () => undefined);
    this.#socket.on('close', () => options.onClose?.());
  }

  /** Returns the number the acknowledgement will carry. */
  subscribe(message: object): number {
    this.#acks += 1;
    this.#send(`42${PREFIX}${this.#acks}${JSON.stringify(['subscribe', message])}`);
    return this.#acks;
  }

  /** Any Engine.IO message. */
  sendRaw(text: string): void {
    this.#send(text);
  }

  stopReading(): void {
    this.#socket.pause();
  }

  readAgain(): void {
    this.#socket.resume();
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    if (!this.#isUpgraded) {
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.#isUpgraded = true;
      this.#rest = this.#rest.subarray(end + 4);
    }
    let frame = readFrame(this.#rest);
    while (frame) {
      this.#rest = this.#rest.subarray(frame.end);
      this.#handle(frame);
      frame = readFrame(this.#rest);
    }
  }

  #handle({ opcode, payload }: Frame): void {
    if (opcode === OPCODE_PING) this.#write(10, payload);
    if (opcode !== OPCODE_TEXT) return;
    const text = payload.toString();
    if (text === '2') this.#send('3');
    else if (text.startsWith('0')) {
      this.#send(`40${PREFIX}${JSON.stringify({ token: this.#options.token })}`);
    } else if (text.startsWith(`40${PREFIX}`)) this.#options.onOpen(this);
    else if (text.startsWith('4')) this.#options.onPacket(text.slice(1), this);
  }

  #send(text: string): void {
    this.#write(OPCODE_TEXT, Buffer.from(text));
  }

  /** A client's frames must be masked; a mask of zeros leaves the payload as it is. */
  #write(opcode: number, payload: Buffer): void {
    const length =
      payload.length < 126
        ? Buffer.from([0x80 | payload.length])
        : Buffer.from([0x80 | 126, payload.length >> 8, payload.length & 0xff]);
    this.#socket.write(
      Buffer.concat([Buffer.from([0x80 | opcode]), length, Buffer.alloc(4), payload]),
    );
  }
}

interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
  readonly end: number;
}

function readFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 2) return undefined;
  const opcode = (bytes[0] ?? 0) & 0x0f;
  const short = (bytes[1] ?? 0) & 0x7f;
  const head = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < head) return undefined;
  const length =
    short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  const end = head + length;
  if (bytes.length < end) return undefined;
  return { opcode, payload: bytes.subarray(head, end), end };
}
