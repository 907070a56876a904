import type { GorgiasClient } from "../client";
import { GorgiasError } from "../client/errors";
import { isObject, type JsonObject } from "../client/json";
import { mayBeRounded } from "../fields/digits";
import { within } from "../fields/inputError";
import { listIn } from "../schemas/search";

/**
 * Reads what is to be sent back with changes in it, because Gorgias replaces it as a whole. What
 * cannot be kept on the way fails before anything is written: a part that the answer lacks when it
 * is asked for, and a number that lost digits when it is about to be sent.
 *
 * @param path where it is
 */
export async function readBefore(gorgias: GorgiasClient, path: string): Promise<Before> {
  const refusal = (problem: string) => {
    const request = `GET /api${path}`;
    const message = `${request}: ${problem} Nothing was changed.`;
    return new GorgiasError(gorgias.mask(message), { request, attempts: 1 });
  };
  return new Before(guarded(await gorgias.get<unknown>(path), [], refusal), refusal);
}

/** Makes the error for something in an answer that cannot be kept. */
type Refuse = (problem: string) => GorgiasError;

/** What Gorgias answered before a change. */
export class Before {
  readonly #answer: unknown;

  constructor(
    answer: unknown,
    readonly refusal: Refuse,
  ) {
    this.#answer = answer;
  }

  /** Whether something stands under a key: null is something. */
  has(key: string): boolean {
    return isObject(this.#answer) && Object.hasOwn(this.#answer, key);
  }

  /** What stands under a key. @throws GorgiasError where nothing does: null is something */
  part(key: string): unknown {
    const part = isObject(this.#answer) && this.has(key) ? this.#answer[key] : undefined;
    if (part === undefined) {
      throw this.refusal(
        `Gorgias answered without ${key}. What is there would be lost with the change.`,
      );
    }
    return part;
  }

  /** An object under a key; null is an empty one. @throws GorgiasError for anything else */
  object(key: string): JsonObject {
    const part = this.part(key) ?? {};
    if (!isObject(part)) {
      throw this.refusal(`expected an object as ${key}.`);
    }
    return part;
  }

  /** The objects of a list under a key; null is an empty list, and in a list nothing. */
  objects(key: string): JsonObject[] {
    return this.#objects(this.part(key), key);
  }

  /** The objects of an answer that is a list itself, or has one under `data`. */
  items(): JsonObject[] {
    return this.#objects(listIn(this.#answer) ?? this.part("data"), "data");
  }

  #objects(given: unknown, name: string): JsonObject[] {
    const list = given ?? [];
    if (!Array.isArray(list)) {
      throw this.refusal(`expected a list as ${name}.`);
    }
    return list.flatMap((one: unknown, index) => {
      if (one !== null && !isObject(one)) {
        throw this.refusal(`expected an object as ${name}[${index}].`);
      }
      return one === null ? [] : [one];
    });
  }
}

/** A copy in which numbers that may have lost digits fail as soon as they are sent. */
function guarded(value: unknown, path: readonly PropertyKey[], refusal: Refuse): unknown {
  if (typeof value === "number") {
    const isKept = Number.isFinite(value) && !mayBeRounded(value);
    return isKept ? value : new LostNumber(within("", path).replace(/^\./, ""), refusal);
  }
  if (Array.isArray(value)) {
    return value.map((one, index) => guarded(one, [...path, index], refusal));
  }
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key, guarded(one, [...path, key], refusal)]),
      )
    : value;
}

/** Stands for a number of which JavaScript no longer knows all digits. */
class LostNumber {
  readonly #place: string;
  readonly #refusal: Refuse;

  constructor(place: string, refusal: Refuse) {
    this.#place = place;
    this.#refusal = refusal;
  }

  /** JSON asks for it where a body is made. */
  toJSON(): never {
    throw this.#refusal(
      `${this.#place} has more digits than can be kept, so sending it back would change it.`,
    );
  }
}
