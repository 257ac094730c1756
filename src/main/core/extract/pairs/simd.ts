/**
 * Products of a matrix and a vector on the processor's vector units: a WebAssembly module of 465 bytes, some five times as
 * fast as the same loop in JavaScript. Its source is product.wat; `wat2wasm product.wat -o - | base64` gives the text below.
 */
const code =
  'AGFzbQEAAAABCQFgBX9/f39/AAMCAQAFAwEAQAcXAgZtZW1vcnkCAAphZGRQcm9kdWN0AAAKmQMBlgMCBH8FeyACQQJ0IQUgAyAEQQJ0aiEIIAEgBWohBgJA' +
  'A0AgAyAITw0B/QwAAAAAAAAAAAAAAAAAAAAAIQn9DAAAAAAAAAAAAAAAAAAAAAAhCv0MAAAAAAAAAAAAAAAAAAAAACEL/QwAAAAAAAAAAAAAAAAAAAAAIQwg' +
  'ASEHAkADQCAHIAZPDQEgB/0ABAAhDSAJIA0gAP0ABAD95gH95AEhCSAKIA0gACAFav0ABAD95gH95AEhCiALIA0gACAFQQF0av0ABAD95gH95AEhCyAMIA0g' +
  'ACAFQQNsav0ABAD95gH95AEhDCAHQRBqIQcgAEEQaiEADAALCyAAIAVBA2xqIQAgAyADKgIAIAn9HwAgCf0fAZIgCf0fAiAJ/R8DkpKSOAIAIAMgAyoCBCAK' +
  '/R8AIAr9HwGSIAr9HwIgCv0fA5KSkjgCBCADIAMqAgggC/0fACAL/R8BkiAL/R8CIAv9HwOSkpI4AgggAyADKgIMIAz9HwAgDP0fAZIgDP0fAiAM/R8DkpKS' +
  'OAIMIANBEGohAwwACwsL';

interface Exports {
  memory: { readonly buffer: ArrayBuffer };
  addProduct: (weights: number, input: number, inputs: number, out: number, outputs: number) => void;
}

/** What is used of it: the compiler's libraries for Node.js leave it out. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: Exports };
};

const { memory, addProduct: run } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(code, 'base64'))).exports;

let used = 0;

/** Room for `count` numbers in the module's memory, all 0. Throws where its 4 MB are used up: it never grows, as that would detach all arrays. */
export const simdNumbers = (count: number): Float32Array => {
  const numbers = new Float32Array(memory.buffer, used, count);
  used += Math.ceil((4 * count) / 16) * 16;
  return numbers;
};

/** `out += matrix · input`, all from `simdNumbers`; `inputs` and `outputs` are multiples of four. */
export const addProductSimd = (
  weights: Float32Array,
  at: number,
  input: Float32Array,
  inputAt: number,
  inputs: number,
  out: Float32Array,
  outAt: number,
  outputs: number,
): void => run(weights.byteOffset + 4 * at, input.byteOffset + 4 * inputAt, inputs, out.byteOffset + 4 * outAt, outputs);
