import type { GorgiasClient } from "../../client";
import { GorgiasConnectionError } from "../../client/errors";
import { isObject } from "../../client/json";
import { pages } from "../../client/pages";

/** The most pages that are read for names: 1,000 users or tags. */
const MOST_PAGES = 10;

/** What some IDs are called. */
export interface Names {
  readonly byId: ReadonlyMap<string, string>;
  /** Why some are missing, in a sentence; undefined where those do not exist any more. */
  readonly problem: string | undefined;
}

/**
 * The names of users or tags by their IDs. Lists are read as far as they are needed.
 *
 * @throws GorgiasError for any failure but that the connection may not read them
 */
export async function namesOf(
  gorgias: GorgiasClient,
  path: "/users" | "/tags",
  ids: ReadonlySet<string>,
): Promise<Names> {
  const byId = new Map<string, string>();
  const left = new Set(ids);
  let read = 0;
  try {
    // One that is not begun sends nothing.
    for await (const { data, nextCursor } of left.size > 0
      ? pages(gorgias, { path, query: {} })
      : []) {
      for (const one of data) {
        if (isObject(one) && left.delete(String(one.id))) {
          byId.set(String(one.id), String(one.name ?? ""));
        }
      }
      read += 1;
      if (left.size === 0 || nextCursor === null) {
        break;
      }
      if (read === MOST_PAGES) {
        return { byId, problem: `Names were looked for among the first ${read * 100} only.` };
      }
    }
    return { byId, problem: undefined };
  } catch (error) {
    if (!(error instanceof GorgiasConnectionError) || error.status !== 403) {
      throw error;
    }
    return { byId, problem: "This connection may not read the names." };
  }
}
