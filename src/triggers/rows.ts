import type { GorgiasClient } from "../client";
import { isObject } from "../client/json";
import type { ReadPage } from "../client/pages";
import type { Followed } from "./feed";

/** What the log has named already, by run. */
const named = new WeakMap<GorgiasClient, Set<string>>();

const LONGEST = 100;

/** A page without what is no record: it has no ID, so that nobody can tell it from others. */
export function recordsOf(
  gorgias: GorgiasClient,
  path: string,
  page: ReadPage<Followed>,
): ReadPage<Followed> {
  const data = page.data.filter(isRecord);
  if (data.length < page.data.length) {
    const others = page.data.filter((one) => !isRecord(one));
    const told = named.get(gorgias) ?? new Set();
    named.set(gorgias, told);
    for (const one of new Set(others.map((other) => gorgias.mask(JSON.stringify(other) ?? "")))) {
      if (!told.has(one)) {
        told.add(one);
        gorgias.logger.warn(
          `GET /api${path}: something in the list is no record with an ID and is passed over: ${one.slice(0, LONGEST)}`,
        );
      }
    }
  }
  return { ...page, data };
}

function isRecord(one: unknown): one is Followed {
  return isObject(one) && Number.isSafeInteger(one.id);
}
