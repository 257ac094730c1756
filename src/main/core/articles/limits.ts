import { fileLimitBytes } from '../../../shared/contract.ts';

/** A byte size for people: `21 MB`. */
const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${Math.ceil(bytes / (1024 * 1024))} MB`;

/** The sentence for a file over the limit. */
export const tooLarge = (bytes: number): string => `The file has ${sizeText(bytes)}; the limit is ${sizeText(fileLimitBytes)}.`;
