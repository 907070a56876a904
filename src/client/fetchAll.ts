import type { GorgiasClient } from "./index";
import type { ListPage } from "./listPage";
import type { ListSpec } from "./pages";
import { type Reader, wholeList } from "./wholeList";

const FETCH_ALL: Reader = {
  name: "Fetch All",
  advice:
    "To read on from here page by page, switch Fetch All off and fill in this cursor; it is valid for a short time only.",
};

/**
 * Reads a whole list into one page.
 *
 * @returns the envelope of a page, with every item and without cursors
 * @throws GorgiasError as {@link wholeList} does
 */
export async function fetchAll<Item>(
  client: GorgiasClient,
  list: ListSpec,
): Promise<ListPage<Item>> {
  const data: Item[] = [];
  let uri: string | undefined;
  for await (const page of wholeList<Item>(client, list, FETCH_ALL)) {
    uri ??= page.uri;
    data.push(...page.items);
  }
  const meta = { prev_cursor: null, next_cursor: null };
  return { object: "list", uri: uri ?? `/api${list.path}`, data, meta };
}
