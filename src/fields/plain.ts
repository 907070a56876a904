import { isObject, type JsonObject } from "../client/json";
import { bytesOf } from "./bytes";
import { isBeyondKept, tooManyDigits } from "./digits";
import { refusal, unexpected, within } from "./inputError";
import { isWhole, wholeText } from "./text";

/** How many lists and objects may stand within each other: far more than anybody's data has. */
const DEEPEST = 500;

/**
 * A copy of a value that is nothing but JSON.
 *
 * @param name what the input is called that holds it
 * @param isExact whether its numbers are known to have all their digits
 * @throws InputError that names the place of whatever JSON cannot hold: it would be lost on the way
 *   or become something else
 */
export function plain(value: unknown, name: string, isExact = false): unknown {
  return new Copier(name, isExact).copy(value);
}

class Copier {
  /** The keys and indexes that lead to where the copier is. */
  readonly #path: PropertyKey[] = [];

  constructor(
    private readonly name: string,
    private readonly isExact: boolean,
  ) {}

  copy(value: unknown): unknown {
    switch (typeof value) {
      case "string":
        return this.#text(value);
      case "boolean":
        return value;
      case "number":
        return this.#number(value);
      case "bigint":
        return this.#number(Number(value), value);
      case "object":
        return value === null ? null : this.#object(value);
      default:
        return this.#refuse(value);
    }
  }

  /** Classes may say themselves what they are in JSON, as dates do. */
  #object(value: object): unknown {
    if (ArrayBuffer.isView(value) || bytesOf(value)) {
      return this.#refuse(value);
    }
    const toJson = "toJSON" in value && typeof value.toJSON === "function";
    const content: unknown = toJson ? (value as { toJSON(): unknown }).toJSON() : value;
    if (content === null && isDate(value)) {
      return this.#refuse(value);
    }
    if (typeof content !== "object" || content === null) {
      return this.copy(content);
    }
    if (this.#path.length === DEEPEST) {
      throw refusal(this.name, `is nested more than ${DEEPEST} deep, or holds itself.`);
    }
    if (Array.isArray(content)) {
      return this.#list(content);
    }
    if (/^\[object (?:String|Number|Boolean|BigInt)\]$/.test(kindOf(content))) {
      return this.copy(content.valueOf());
    }
    return hasFields(content) ? this.#fields(content) : this.#refuse(content);
  }

  #list(list: readonly unknown[]): unknown[] {
    const copy: unknown[] = [];
    for (let index = 0; index < list.length; index++) {
      this.#path.push(index);
      copy.push(this.copy(list[index]));
      this.#path.pop();
    }
    return copy;
  }

  #fields(fields: JsonObject): JsonObject {
    const copy: JsonObject = {};
    for (const key of Object.keys(fields)) {
      const value = fields[key];
      if (value === undefined) {
        continue;
      }
      wholeText(key, `${within(this.name, this.#path)}: the name of a field`);
      this.#path.push(key);
      const inner = this.copy(value);
      if (key === "__proto__") {
        Object.defineProperty(copy, key, { value: inner, enumerable: true });
      } else {
        copy[key] = inner;
      }
      this.#path.pop();
    }
    return copy;
  }

  #number(number: number, given: number | bigint = number): number {
    if (!Number.isFinite(number)) {
      return this.#refuse(given);
    }
    if (!this.isExact && isBeyondKept(number)) {
      throw tooManyDigits(within(this.name, this.#path), String(given));
    }
    return number;
  }

  #text(text: string): string {
    return isWhole(text) ? text : wholeText(text, within(this.name, this.#path));
  }

  #refuse(value: unknown): never {
    throw unexpected(within(this.name, this.#path), "JSON", value);
  }
}

/**
 * Tells an object whose fields are all that it holds from everything else: maps, dates and objects
 * of a class that keeps its data to itself would arrive empty.
 */
export function hasFields(value: unknown): value is JsonObject {
  if (!isObject(value) || kindOf(value) !== "[object Object]") {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  return isPlain || Object.keys(value).length > 0;
}

/** Whether a value is a date: code that runs apart has a class of its own for them. */
export function isDate(value: unknown): value is Date {
  return kindOf(value) === "[object Date]";
}

function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}
