import { GorgiasError } from "./errors";
import type { GorgiasClient } from "./index";
import { isObject } from "./json";
import { isMemoryShort } from "./memory";
import {
  after,
  ExpiredCursorError,
  itemsIn,
  type ListSpec,
  type Place,
  pagesFrom,
  progressOf,
  requestOf,
} from "./pages";

/** After how many pages a long read reports how far it is. */
const PAGES_PER_REPORT = 10;

/** How long a page that failed for good is left alone before it is asked for once more. */
const PAUSE_MS = 20_000;

/** How often a list is read from its front, the first time and whenever a cursor has expired. */
const MOST_WALKS = 10;

const FRONT: Place = { cursor: undefined, pages: 0, items: 0 };

const RUN_AGAIN = "Run the step again, or filter the list so that there is less to read.";

const FILTER = "Filter the list so that there is less to read.";

/** How logs and errors speak of a read. */
export interface Reader {
  /** What people know it as: `Fetch All`. */
  readonly name: string;
  /** What else can be done with the cursor of a page that failed. */
  readonly advice?: string;
}

/** What came with a page and was not there before. */
export interface NewItems<Item> {
  readonly items: readonly Item[];
  readonly uri: string;
}

/**
 * Reads a whole list, and reports to the log while it goes. A page after the first that fails for a
 * reason that may pass is requested once more after a pause. When a cursor expires, the list is read
 * again from its front. What came already is left out, also where it stands on two pages. Of what was handed on only the IDs are
 * kept, so that a list of any length takes little memory.
 *
 * @throws GorgiasError when a page fails twice, cursors expire before they lead to anything new, or
 *   little memory is left; it says how far the read had come
 */
export async function* wholeList<Item>(
  client: GorgiasClient,
  list: ListSpec,
  { name, advice: readOn }: Reader,
): AsyncGenerator<NewItems<Item>, void> {
  const { logger } = client;
  const known = new Known();
  let place = FRONT;
  let failedAt: Place | undefined;
  let pages = 0;
  let walks = 1;
  let atWalk = 0;
  const progress = ({ cursor, pages }: Place, advice = RUN_AGAIN) => {
    const told = progressOf({ cursor, pages, items: known.count });
    return told && [told, advice, cursor !== undefined && readOn].filter(Boolean).join(" ");
  };
  for (;;) {
    try {
      for await (const page of pagesFrom<Item>(client, list, place, progress)) {
        yield { items: page.data.filter((item) => known.isNew(item)), uri: page.uri };
        pages += 1;
        if (pages % PAGES_PER_REPORT === 0) {
          logger.info(`${name}: ${itemsIn(known.count)} on ${pages} pages so far.`);
        }
        if (page.nextCursor !== null) {
          place = after(place, page.data.length, page.nextCursor);
          if (isMemoryShort()) {
            throw outOfMemory(client, list, progress(place, FILTER));
          }
        }
      }
      return;
    } catch (error) {
      const isNew = known.count > atWalk;
      if (error instanceof ExpiredCursorError && isNew && walks < MOST_WALKS) {
        walks += 1;
        atWalk = known.count;
        known.startAgain();
        place = FRONT;
        logger.warn(
          `${name}: a cursor had expired after ${itemsIn(atWalk)}. The list is read again from its front; what is there already is left out.`,
        );
      } else if (
        pages > 0 &&
        place !== failedAt &&
        mayPass(error) &&
        (await client.wait(PAUSE_MS))
      ) {
        failedAt = place;
        const [problem] = error.message.split(` ${RUN_AGAIN}`);
        logger.warn(`${problem} The page will be requested once more.`);
      } else {
        throw error;
      }
    }
  }
}

function outOfMemory({ mask }: GorgiasClient, list: ListSpec, progress: string): GorgiasError {
  const request = requestOf(list);
  const problem = "what was read so far takes up nearly all memory that the step has.";
  return new GorgiasError(`${request}: ${problem} ${mask(progress)}`, { request, attempts: 0 });
}

function mayPass(error: unknown): error is GorgiasError {
  return error instanceof GorgiasError && error.mayPass;
}

/**
 * Which items of a list have come in. One that moves while pages are read stands on two of them, and
 * a list may be read several times.
 */
class Known {
  readonly #ids = new Set<string | number>();
  /** Items without an ID, as text. */
  readonly #others: string[] = [];
  /** Of those, what came in before this walk, and how many like it are still to come. */
  readonly #before = new Map<string, number>();

  /** How many items have come in. */
  get count(): number {
    return this.#ids.size + this.#others.length;
  }

  /** Begins another walk, in which everything can come again. */
  startAgain(): void {
    this.#before.clear();
    for (const one of this.#others) {
      this.#before.set(one, (this.#before.get(one) ?? 0) + 1);
    }
  }

  /** Takes an item in, unless it is there. */
  isNew(item: unknown): boolean {
    const id = idOf(item);
    return id === undefined ? this.#isAnother(JSON.stringify(item)) : this.#isNewId(id);
  }

  #isNewId(id: string | number): boolean {
    const isNew = !this.#ids.has(id);
    this.#ids.add(id);
    return isNew;
  }

  /** Items without an ID can be the same and yet not one: within a walk each is another. */
  #isAnother(item: string): boolean {
    const left = this.#before.get(item) ?? 0;
    if (left > 0) {
      this.#before.set(item, left - 1);
      return false;
    }
    this.#others.push(item);
    return true;
  }
}

function idOf(item: unknown): string | number | undefined {
  const { id } = isObject(item) ? item : {};
  return typeof id === "string" || typeof id === "number" ? id : undefined;
}
