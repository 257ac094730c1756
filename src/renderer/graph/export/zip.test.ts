import { expect, test } from 'vitest';
import { zipOf } from './zip.ts';

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

test('an archive holds each text whole, under its name, and lists it at its end', () => {
  const files = [
    { name: 'nodes.csv', text: '123456789' },
    { name: 'größe 图.csv', text: 'ü'.repeat(1000) },
    { name: 'empty', text: '' },
  ];
  const bytes = joined(zipOf(files, new Date(2025, 4, 21, 10, 30, 8)));
  const view = new DataView(bytes.buffer);
  const long = (at: number) => view.getUint32(at, true);
  const short = (at: number) => view.getUint16(at, true);
  const text = (from: number, length: number) => new TextDecoder().decode(bytes.subarray(from, from + length));
  const end = bytes.length - 22;
  expect([long(end), short(end + 10)]).toEqual([0x06054b50, files.length]);
  let at = long(end + 16);
  const sums: number[] = [];
  for (const file of files) {
    expect(long(at)).toBe(0x02014b50);
    const [size, nameLength, offset] = [long(at + 24), short(at + 28), long(at + 42)];
    expect(text(at + 46, nameLength)).toBe(file.name);
    expect([long(offset), long(offset + 14)]).toEqual([0x04034b50, long(at + 16)]);
    expect(text(offset + 30 + short(offset + 26) + short(offset + 28), size)).toBe(file.text);
    sums.push(long(at + 16));
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  // the check value of CRC-32, and that of nothing
  expect([sums[0], sums[2]]).toEqual([0xcbf43926, 0]);
});
