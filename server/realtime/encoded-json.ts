import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser';

/** A payload that already is JSON text. Socket.IO would otherwise parse or quote it and encode it once more. */
export class EncodedJson {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const plain = new Encoder();

class SplicingEncoder {
  encode(packet: Packet): unknown[] {
    const data: unknown = packet.data;
    if (packet.type !== PacketType.EVENT || !Array.isArray(data)) return plain.encode(packet);
    const [event, payload]: unknown[] = data;
    if (!(payload instanceof EncodedJson)) return plain.encode(packet);
    return [`${PacketType.EVENT}${packet.nsp},[${JSON.stringify(event)},${payload.text}]`];
  }
}

/** The default wire format; clients need no parser of their own. */
export const splicingParser = { Encoder: SplicingEncoder, Decoder };
