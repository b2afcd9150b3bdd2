/**
 * A PMTiles archive (specification version 3) of one uncompressed vector tile at zoom 0: the layer `water` with a square
 * over the tile's eastern half. For tests.
 */
export function makeTinyArchive(): { readonly archive: Uint8Array; readonly tile: Uint8Array } {
  const tile = waterTile();
  // One entry: tile 0, run of 1, its length, at offset 0 (written as 1).
  const directory = Uint8Array.from([1, 0, 1, tile.length, 1]);
  const metadata = lettersOf('{}');
  const [rootAt, metadataAt] = [HEADER_BYTES, HEADER_BYTES + directory.length];
  const dataAt = metadataAt + metadata.length;
  const archive = new Uint8Array(dataAt + tile.length);
  const view = new DataView(archive.buffer);
  archive.set(lettersOf('PMTiles'));
  archive[7] = 3;
  const places = [rootAt, directory.length, metadataAt, metadata.length, dataAt, 0];
  const numbers = [...places, dataAt, tile.length, 1, 1, 1];
  for (const [i, n] of numbers.entries()) view.setBigUint64(8 + i * 8, BigInt(n), true);
  // Clustered; neither the directories nor the tiles are compressed; vector tiles of zoom 0.
  archive.set([1, 1, 1, 1, 0, 0], 96);
  for (const [i, degrees] of [-180, -85, 180, 85].entries())
    view.setInt32(102 + i * 4, degrees * 1e7, true);
  archive.set(directory, rootAt);
  archive.set(metadata, metadataAt);
  archive.set(tile, dataAt);
  return { archive, tile };
}

const lettersOf = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

const HEADER_BYTES = 127;
const EXTENT = 4096;

function waterTile(): Uint8Array {
  const zigzag = (n: number) => (n << 1) ^ (n >> 31);
  const half = EXTENT / 2;
  // Move to the middle of the upper edge; right, down, left; close.
  const geometry = [9, half, 0, 26, half, 0, 0, EXTENT, -half, 0, 15].map((n, i) =>
    [0, 3, 10].includes(i) ? n : zigzag(n),
  );
  const feature = [...field(3, [3]), ...bytes(4, geometry.flatMap(varint))];
  const layer = [
    ...bytes(1, lettersOf('water')),
    ...bytes(2, feature),
    ...field(5, varint(EXTENT)),
    ...field(15, [2]),
  ];
  return Uint8Array.from(bytes(3, layer));
}

/** Protocol Buffers: a field of one number, and one of bytes with their length. */
const field = (id: number, value: readonly number[]) => [id << 3, ...value];
const bytes = (id: number, content: readonly number[]) => [
  (id << 3) | 2,
  ...varint(content.length),
  ...content,
];

function varint(n: number): number[] {
  return n < 128 ? [n] : [(n & 127) | 128, ...varint(n >>> 7)];
}
