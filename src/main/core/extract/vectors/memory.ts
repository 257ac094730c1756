/**
 * A WebAssembly module of 1511 bytes for the processor's vector units, several times as fast as the same loops in JavaScript.
 * Its source is vectors.wat; `wat2wasm vectors.wat -o - | base64 -w 128` gives the text below.
 */
const code =
  'AGFzbQEAAAABKwVgBX9/f39/AGABewF7YAN/f38AYAp/f39/f39/f39/AGAHf39/f39/fwACEAEEcm9vbQZtZW1vcnkCAAEDCAcAAQECAwQAByYECmFkZFByb2R1Y3QA' +
  'AAVyZWN1cgAEA3N1bQAFB2xhcmdlc3QABgrrCgeWAwIEfwV7IAJBAnQhBSADIARBAnRqIQggASAFaiEGAkADQCADIAhPDQH9DAAAAAAAAAAAAAAAAAAAAAAhCf0MAAAA' +
  'AAAAAAAAAAAAAAAAACEK/QwAAAAAAAAAAAAAAAAAAAAAIQv9DAAAAAAAAAAAAAAAAAAAAAAhDCABIQcCQANAIAcgBk8NASAH/QAEACENIAkgDSAA/QAEAP3mAf3kASEJ' +
  'IAogDSAAIAVq/QAEAP3mAf3kASEKIAsgDSAAIAVBAXRq/QAEAP3mAf3kASELIAwgDSAAIAVBA2xq/QAEAP3mAf3kASEMIAdBEGohByAAQRBqIQAMAAsLIAAgBUEDbGoh' +
  'ACADIAMqAgAgCf0fACAJ/R8BkiAJ/R8CIAn9HwOSkpI4AgAgAyADKgIEIAr9HwAgCv0fAZIgCv0fAiAK/R8DkpKSOAIEIAMgAyoCCCAL/R8AIAv9HwGSIAv9HwIgC/0f' +
  'A5KSkjgCCCADIAMqAgwgDP0fACAM/R8BkiAM/R8CIAz9HwOSkpI4AgwgA0EQaiEDDAALCwvRAgEBeyAA/QxP+PxAT/j8QE/4/EBP+PxA/egB/QxP+PzAT/j8wE/4/MBP' +
  '+PzA/ekBIQAgACAA/eYBIQEgAP0M3FmgO9xZoDvcWaA73FmgOyAB/QztDSc67Q0nOu0NJzrtDSc6IAH9DEpDeTdKQ3k3SkN5N0pDeTcgAf0MQQBcM0EAXDNBAFwzQQBc' +
  'MyAB/Qz/N72u/ze9rv83va7/N72uIAH9DH4zYSp+M2EqfjNhKn4zYSogAf0MwCWfpcAln6XAJZ+lwCWfpf3mAf3kAf3mAf3kAf3mAf3kAf3mAf3kAf3mAf3kAf3mAf3k' +
  'Af3mAf0M3VmgO91ZoDvdWaA73VmgOyAB/QwFqhQ7BaoUOwWqFDsFqhQ7IAH9DNaV+DjWlfg41pX4ONaV+DggAf0M2NOgNdjToDXY06A12NOgNf3mAf3kAf3mAf3kAf3m' +
  'Af3kAf3nAQtFAP0MAAAAPwAAAD8AAAA/AAAAP/0MAAAAPwAAAD8AAAA/AAAAP/0MAAAAPwAAAD8AAAA/AAAAPyAA/eYBEAH95gH95AELNAEBfyAAIAJqIQMCQANAIAAg' +
  'A08NASABIAD9AAQA/QsEACAAQRBqIQAgAUEQaiEBDAALCwvoAQIEfwJ7IAlBAnQhCgJAA0AgAEUNASAEIAUgCkEDbBADIAMgBiAJIAUgCUEDbBAAQQAhCwJAA0AgCyAK' +
  'Tw0BIAEgC2ohDCAFIAtqIQ0gDP0ABAAgDf0ABAD95AEQAiEPIAwgCmohDCANIApqIQ0gDP0ABAAgDf0ABAD95AEQAiEOIAwgCmr9AAQAIA8gDSAKav0ABAD95gH95AEQ' +
  'ASEPIAcgC2ogDyAOIAYgC2r9AAQAIA/95QH95gH95AH9CwQAIAtBEGohCwwACwsgByEGIAcgCGohByABIAJqIQEgAEEBayEADAALCwutAQIFfwN7IAAgAUECdGohBwJA' +
  'A0AgACAHTw0BIAAoAgAhCCAAQQRqIQBBASAIdCEKIAhBBXZBAnQhCCACIAhqKAIAIQkgCSAKcUUNACADIAhqKAIAIAkgCkEBa3FpaiELIAQgCyAFbGohCyAMIAv9AQMA' +
  '/Y8BIQwgDSAL/QEDCP2PASENIA4gC/0BAxD9jwEhDgwACwsgBiAM/QsEACAGIA39CwQQIAYgDv0LBCALagIDfwF7IAMgBGohBQJAA0AgAyAFTw0BIAD9AAQAIQggACEG' +
  'IAEhBwJAA0AgB0EBayEHIAdFDQEgBiACaiEGIAggBv0ABAD96wEhCAwACwsgAyAI/QsEACADQRBqIQMgAEEQaiEADAALCws=';

/** Addresses and steps count bytes; the source says what each function does. */
interface Functions {
  addProduct: (weights: number, input: number, inputs: number, out: number, outputs: number) => void;
  recur: (
    ...given: [
      count: number,
      gates: number,
      gatesStep: number,
      weights: number,
      bias: number,
      from: number,
      before: number,
      out: number,
      outStep: number,
      units: number,
    ]
  ) => void;
  sum: (features: number, count: number, used: number, ranks: number, rows: number, width: number, out: number) => void;
  largest: (rows: number, count: number, step: number, out: number, bytes: number) => void;
}

interface Memory {
  readonly buffer: ArrayBuffer;
}

/** What is used of it: the compiler's libraries for Node.js leave it out. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Memory: new (size: { initial: number }) => Memory;
  Instance: new (module: object, imports: { room: { memory: Memory } }) => { exports: Functions };
};

const pageBytes = 0x10000;
let module: object | undefined;

/** Numbers that the module's functions can read and write, and these functions. */
export class VectorMemory {
  readonly functions: Functions;
  #buffer: ArrayBuffer;
  #used = 0;

  /** Room for so many bytes: it never grows, as that would detach all arrays. */
  constructor(bytes: number) {
    module ??= new WebAssembly.Module(Buffer.from(code, 'base64'));
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
    this.functions = new WebAssembly.Instance(module, { room: { memory } }).exports;
    this.#buffer = memory.buffer;
  }

  #take(bytes: number): number {
    const at = this.#used;
    this.#used += Math.ceil(bytes / 16) * 16;
    return at;
  }

  /** Numbers, all 0. Throws where the room is used up, as do the others. */
  floats(count: number): Float32Array {
    return new Float32Array(this.#buffer, this.#take(4 * count), count);
  }

  ints(count: number): Int32Array {
    return new Int32Array(this.#buffer, this.#take(4 * count), count);
  }

  shorts(count: number): Int16Array {
    return new Int16Array(this.#buffer, this.#take(2 * count), count);
  }

  bytes(count: number): Int8Array {
    return new Int8Array(this.#buffer, this.#take(count), count);
  }

  /** Where `count` numbers of an array lie from `at` on. Throws where they are not of this memory, leave the array, or are no multiple of four: the functions would read and write beside them. */
  address(numbers: Float32Array, at: number, count: number): number {
    if (numbers.buffer !== this.#buffer) throw new Error('The numbers are of another memory.');
    if (count % 4 !== 0 || at < 0 || at + count > numbers.length)
      throw new Error(`${count} numbers from ${at} are no stretch for the vector units.`);
    return numbers.byteOffset + 4 * at;
  }
}
