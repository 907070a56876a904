import { GorgiasError } from "./errors";
import type { GorgiasClient } from "./index";
import { isObject } from "./json";
import type { ListPage } from "./listPage";
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

const READ_ON =
  "To read on from here page by page, switch Fetch All off and fill in this cursor; it is valid for a short time only.";

/**
 * Reads a whole list into one page, and reports to the log while it goes. A page after the first
 * that fails for a reason that may pass is requested once more after a pause. When a cursor expires,
 * the list is read again from its front, and what is there already is left out.
 *
 * @returns the envelope of a page, with every item and without cursors
 * @throws GorgiasError when a page fails twice, cursors expire before they lead to anything new, or
 *   little memory is left; it says how far the read had come
 */
export async function fetchAll<Item>(
  client: GorgiasClient,
  list: ListSpec,
): Promise<ListPage<Item>> {
  const { logger } = client;
  const all = new Collection<Item>();
  let uri: string | undefined;
  let place = FRONT;
  let failedAt: Place | undefined;
  let pages = 0;
  let walks = 1;
  let atWalk = 0;
  const progress = ({ cursor, pages }: Place, advice = RUN_AGAIN) => {
    const told = progressOf({ cursor, pages, items: all.items.length });
    return told && [told, advice, ...(cursor === undefined ? [] : [READ_ON])].join(" ");
  };
  for (;;) {
    try {
      for await (const page of pagesFrom<Item>(client, list, place, progress)) {
        uri ??= page.uri;
        all.add(page.data);
        pages += 1;
        if (pages % PAGES_PER_REPORT === 0) {
          logger.info(`Fetch All: ${itemsIn(all.items.length)} on ${pages} pages so far.`);
        }
        if (page.nextCursor !== null) {
          place = after(place, page.data.length, page.nextCursor);
          if (isMemoryShort()) {
            throw outOfMemory(client, list, progress(place, FILTER));
          }
        }
      }
      const meta = { prev_cursor: null, next_cursor: null };
      return { object: "list", uri: uri ?? `/api${list.path}`, data: all.items, meta };
    } catch (error) {
      const isNew = all.items.length > atWalk;
      if (error instanceof ExpiredCursorError && isNew && walks < MOST_WALKS) {
        walks += 1;
        atWalk = all.items.length;
        all.startAgain();
        place = FRONT;
        logger.warn(
          `Fetch All: a cursor had expired after ${itemsIn(atWalk)}. The list is read again from its front; what is there already is left out.`,
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

/** Items of a list that may be read several times: each comes in once. */
class Collection<Item> {
  readonly items: Item[] = [];
  /**
   * What came in before this walk: by ID, or by all that is in it where it has none, and how many
   * like it are still to come.
   */
  readonly #known = new Map<unknown, number>();

  startAgain(): void {
    this.#known.clear();
    for (const item of this.items) {
      const key = idOf(item) ?? JSON.stringify(item);
      this.#known.set(key, (this.#known.get(key) ?? 0) + 1);
    }
  }

  add(page: readonly Item[]): void {
    for (const item of page) {
      if (!this.#wasThere(item)) {
        this.items.push(item);
      }
    }
  }

  #wasThere(item: Item): boolean {
    if (this.#known.size === 0) {
      return false;
    }
    const id = idOf(item);
    const key = id ?? JSON.stringify(item);
    const left = this.#known.get(key) ?? 0;
    if (id === undefined && left > 0) {
      // Items without an ID can be the same and yet not one: the next one like it is another.
      this.#known.set(key, left - 1);
    }
    return left > 0;
  }
}

function idOf(item: unknown): unknown {
  return isObject(item) ? (item.id ?? undefined) : undefined;
}
