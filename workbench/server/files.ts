import { randomUUID } from "node:crypto";
import type { InputValues } from "../../cli/platform";
import { isObject } from "../../src/client/json";
import type { Refusal } from "../../src/fields/inputError";
import type { FileReference, FormInput } from "../messages";
import { Refused } from "./failure";

const MIB = 2 ** 20;

/** The largest file, in bytes: Gorgias takes no larger ones anyway. */
export const LARGEST_FILE = 25 * MIB;

/** How much all of them may hold, in bytes. */
export const MOST_FILE_BYTES = 100 * MIB;

/** A file, as the platform hands it to a step. */
interface FileValue {
  readonly data: Buffer;
  readonly contentType: string;
  readonly fileName: string;
}

const NO_FILE: FileValue = {
  data: Buffer.alloc(1),
  contentType: "application/octet-stream",
  fileName: "file",
};

/** Inputs with files in the place of what stood for them. */
export interface WithFiles {
  readonly values: InputValues;
  /** Files that are no longer there. */
  readonly refusals: readonly Refusal[];
}

/** The files that a person put into forms. They are kept in memory, the newest ones. */
export class Files {
  readonly #files = new Map<string, FileValue>();

  /** @param mostBytes how much all of them may hold */
  constructor(private readonly mostBytes: number) {}

  /** @throws Refused for a file that is too large */
  add(fileName: string, contentType: string, data: Buffer): FileReference {
    if (data.length > LARGEST_FILE) {
      throw new Refused(413, { message: tooLarge(fileName) });
    }
    const file = randomUUID();
    this.#files.set(file, { data, contentType, fileName });
    let bytes = [...this.#files.values()].reduce((sum, one) => sum + one.data.length, 0);
    for (const [oldest, { data: old }] of this.#files) {
      if (bytes <= this.mostBytes) {
        break;
      }
      this.#files.delete(oldest);
      bytes -= old.length;
    }
    return { file, name: fileName, contentType, size: data.length };
  }

  /** Puts files in the place of what stands for them in the inputs that take files. */
  putInto(inputs: readonly FormInput[], given: InputValues): WithFiles {
    const values: Record<string, unknown> = { ...given };
    const refusals: Refusal[] = [];
    for (const { key, label } of inputs.filter(
      ({ key, type }) => type === "data" && key in given,
    )) {
      const fileFor = (value: unknown) => {
        const reference = isObject(value) && typeof value.file === "string" ? value : undefined;
        if (!reference) {
          return value;
        }
        const file = this.#files.get(`${reference.file}`);
        if (!file) {
          const problem = `the file ${reference.name} is no longer there. Choose it again.`;
          refusals.push({ input: label, problem });
        }
        // The step is refused already: the connector need not say so of what stood for the file.
        return file ?? NO_FILE;
      };
      const value = values[key];
      values[key] = Array.isArray(value)
        ? value.map((pair) => (isObject(pair) ? { ...pair, value: fileFor(pair.value) } : pair))
        : fileFor(value);
    }
    return { values, refusals };
  }
}

/** What is said of a file that is too large. */
export function tooLarge(fileName: string): string {
  return `${fileName} is larger than ${LARGEST_FILE / MIB} MB, the most that the workbench takes.`;
}
