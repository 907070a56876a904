import {
  type ConfigVarResultCollection,
  type DataSourceDefinition,
  dataSource,
  type Element,
  type Inputs,
} from "@prismatic-io/spectral";
import type { GorgiasClient } from "../client";
import { GorgiasError } from "../client/errors";
import { isObject, type JsonObject } from "../client/json";
import { type ListSpec, pages } from "../client/pages";
import { type Fields, labelOf as labelOfInput, type Values } from "../fields/field";
import { listIn, type SEARCH_TYPES } from "../schemas/search";
import { openStep, stepInputs } from "../step";
import { ITS_ID, type PickKey } from "./keys";
import { type Label, stateOf, withAside } from "./labels";

/** What is special about one pick list; {@link definePickList} adds what all of them share. */
export interface PickListSpec<F extends Fields> {
  readonly label: string;
  readonly description: string;
  readonly inputs: F;
  /** The lists to offer, one after the other. Of a long one, what it begins with is offered. */
  lists(values: Values<F>): readonly ListSpec[];
  /** How Gorgias searches them where the list itself cannot be searched. */
  readonly searchType?: (typeof SEARCH_TYPES)[number];
  /** What is handed over of a record. @defaultValue its ID */
  readonly key?: PickKey;
  readonly labelOf: Label;
  readonly example: JsonObject;
}

/** A pick list, ready for the component. */
export type PickList = DataSourceDefinition<Inputs, ConfigVarResultCollection, "picklist">;

/** The most pages that are read while a person waits, of all the lists of a pick list together. */
const MOST_PAGES = 5;

/** The most that a search finds (docs/gorgias-api.md, "Search"). */
const MOST_FOUND = 50;

/**
 * Makes a pick list: what its lists begin with, sorted by label. Where there are more, the last
 * label says so: an entry of its own could be chosen, and would be nothing.
 */
export function definePickList<F extends Fields>(spec: PickListSpec<F>): PickList {
  const { label, description, inputs, lists, searchType, example } = spec;
  return dataSource<Inputs, ConfigVarResultCollection, "picklist">({
    display: { label, description },
    dataSourceType: "picklist",
    get inputs() {
      return stepInputs(inputs);
    },
    async perform(context, params) {
      const { gorgias, values } = await openStep(context, params, inputs);
      const search = typeof values.search === "string" ? values.search : undefined;
      const offer =
        searchType !== undefined && search !== undefined
          ? await find(gorgias, searchType, search)
          : await firstOf(gorgias, lists(values));
      const entries = entriesOf(offer, spec).sort(byLabel());
      if (offer.more !== undefined) {
        const more = `(${offer.more}: ${adviceFor(inputs, values)})`;
        const last = entries.at(-1);
        if (last === undefined) {
          throw unusable(offer.request, `nothing that was read can be offered ${more}`);
        }
        last.label += ` ${more}`;
      }
      return { result: entries };
    },
    get examplePayload() {
      return { result: entriesOf({ items: [example], request: "" }, spec) };
    },
  });
}

/** What helps to reach an entry that is not shown. */
function adviceFor(inputs: Fields, values: Readonly<Record<string, unknown>>): string {
  if ("search" in inputs) {
    return values.search === undefined ? "search to find them" : "search for something narrower";
  }
  const [unused] = Object.keys(inputs).filter((key) => values[key] === undefined);
  const input = unused === undefined ? undefined : inputs[unused];
  return input ? `narrow the list by ${labelOfInput(input)}` : "type the ID of the one you mean";
}

interface Offer {
  readonly items: readonly unknown[];
  /** Says that there are others, or may be. Left out where all were read. */
  readonly more?: string;
  /** What was asked, for errors. */
  readonly request: string;
}

/**
 * What can be picked: everything with a key, once, whatever else it lacks. Of several with one key
 * the first counts. Where several look the same, their IDs tell them apart.
 *
 * @throws GorgiasError when nothing has a key, which would look like an account that is empty
 */
function entriesOf(
  { items, request }: Offer,
  { key: pickKey = ITS_ID, labelOf }: Pick<PickListSpec<Fields>, "key" | "labelOf">,
): Required<Element>[] {
  const records = items.filter(isObject).flatMap((record) => {
    const handedOver = pickKey.of(record);
    return handedOver === undefined ? [] : [[handedOver, record] as const];
  });
  if (items.length > 0 && records.length === 0) {
    throw unusable(request, `none of the records has ${pickKey.called}`);
  }
  const offered = records.filter(([, record]) => pickKey.offers?.(record) ?? true);
  const entries = [...new Map(offered.reverse())].map(([handedOver, record]) => {
    const id = ITS_ID.of(record);
    const ownId = id === undefined ? "" : `#${id}`;
    return { handedOver, id: ownId, label: withAside(labelOf(record), stateOf(record)) || ownId };
  });
  const seen = new Set<string>();
  const alike = new Set(
    entries.flatMap(({ label }) => (seen.size === seen.add(label).size ? label : [])),
  );
  return entries.map(({ handedOver, id, label }) => ({
    key: handedOver,
    label: alike.has(label) ? withAside(label, id) : label,
  }));
}

function unusable(request: string, problem: string): GorgiasError {
  return new GorgiasError(`${request}: ${problem}.`, { request, attempts: 1 });
}

/** Reads as many pages as a person waits for. Each list gets one, and the first ones get the rest. */
async function firstOf(gorgias: GorgiasClient, lists: readonly ListSpec[]): Promise<Offer> {
  const items: unknown[] = [];
  let hasMore = false;
  let left = MOST_PAGES;
  for (const [index, list] of lists.entries()) {
    const keptForOthers = lists.length - 1 - index;
    for await (const { data, nextCursor } of pages<unknown>(gorgias, list)) {
      items.push(...data);
      left -= 1;
      if (nextCursor !== null && left === keptForOthers) {
        hasMore = true;
        break;
      }
    }
  }
  const request = `GET /api${lists[0]?.path}`;
  return { items, request, ...(hasMore && { more: "and more that are not shown" }) };
}

async function find(
  gorgias: GorgiasClient,
  type: (typeof SEARCH_TYPES)[number],
  query: string,
): Promise<Offer> {
  const request = "POST /api/search";
  const items = listIn(await gorgias.ask("/search", { type, query, size: MOST_FOUND }));
  if (items === undefined) {
    throw unusable(request, "Gorgias answered with something other than a list");
  }
  return { items, request, ...(items.length >= MOST_FOUND && { more: "and perhaps more" }) };
}

/**
 * The order in which a person looks for something: case and accents don't matter, 9 is before 10.
 * Made when it is needed, because that takes longer than loading the rest of the pick lists.
 */
function byLabel(): (a: Required<Element>, b: Required<Element>) => number {
  const { compare } = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  return (a, b) => compare(a.label, b.label);
}
