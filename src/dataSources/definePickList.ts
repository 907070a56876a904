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
import type { Fields, Values } from "../fields/field";
import { listIn, type SEARCH_TYPES } from "../schemas/search";
import { openStep, stepInputs } from "../step";
import type { Label } from "./labels";

/** What is special about one pick list; {@link definePickList} adds what all of them share. */
export interface PickListSpec<F extends Fields> {
  readonly label: string;
  readonly description: string;
  readonly inputs: F;
  /** The lists to offer, one after the other, each with its newest first. */
  lists(values: Values<F>): readonly ListSpec[];
  /** How Gorgias searches them where the list itself cannot be searched. */
  readonly searchType?: (typeof SEARCH_TYPES)[number];
  readonly labelOf: Label;
  readonly example: JsonObject;
}

/** A pick list, ready for the component. */
export type PickList = DataSourceDefinition<Inputs, ConfigVarResultCollection, "picklist">;

/** The most entries that a person is offered. */
const MOST_ENTRIES = 1_000;

/** How many more are counted, at the most: counting is reading. */
const MOST_COUNTED = 1_000;

/** The most that a search finds (docs/gorgias-api.md, "Search"). */
const MOST_FOUND = 50;

/** Makes a pick list: the newest entries by label, and one that says how many more there are. */
export function definePickList<F extends Fields>(spec: PickListSpec<F>): PickList {
  const { label, description, inputs, lists, searchType, labelOf, example } = spec;
  const entryFor = (record: JsonObject): Element => ({
    key: String(record.id),
    label: labelOf(record) || `#${record.id}`,
  });
  return dataSource<Inputs, ConfigVarResultCollection, "picklist">({
    display: { label, description },
    dataSourceType: "picklist",
    get inputs() {
      return stepInputs(inputs);
    },
    async perform(context, params) {
      const { gorgias, values } = await openStep(context, params, inputs);
      const search = typeof values.search === "string" ? values.search : undefined;
      const { items, more, request } =
        searchType !== undefined && search !== undefined
          ? await find(gorgias, searchType, search)
          : await newest(gorgias, lists(values));
      const entries = recordsIn(items, request).map(entryFor).sort(byLabel());
      const advice = "search" in inputs ? ": search to find them" : "";
      return {
        result: more ? [...entries, { key: "", label: `… and ${more} more${advice}` }] : entries,
      };
    },
    get examplePayload() {
      return { result: [entryFor(example)] };
    },
  });
}

interface Offer {
  readonly items: readonly unknown[];
  /** How many there are besides: `150`, `more than 1,000`, or `maybe` after a search. Empty when these are all. */
  readonly more: string;
  /** What was asked, for errors. */
  readonly request: string;
}

/**
 * What can be picked: everything that has an id, whatever else it lacks. A number of so many digits
 * that it was rounded would be another record's.
 *
 * @throws GorgiasError when nothing has one, which would look like an account that is empty
 */
function recordsIn(items: readonly unknown[], request: string): JsonObject[] {
  const records = items
    .filter(isObject)
    .filter(({ id }) => Number.isSafeInteger(id) || (typeof id === "string" && id !== ""));
  if (items.length > 0 && records.length === 0) {
    throw unknownShape(request, "none of the records has an id");
  }
  return records;
}

function unknownShape(request: string, problem: string): GorgiasError {
  return new GorgiasError(`${request}: ${problem}.`, { request, attempts: 1 });
}

async function newest(gorgias: GorgiasClient, lists: readonly ListSpec[]): Promise<Offer> {
  const request = `GET /api${lists[0]?.path}`;
  const items: unknown[] = [];
  let besides = 0;
  for (const list of lists) {
    for await (const { data } of pages<unknown>(gorgias, list)) {
      const wanted = data.slice(0, MOST_ENTRIES - items.length);
      items.push(...wanted);
      besides += data.length - wanted.length;
      if (besides > MOST_COUNTED) {
        return { items, more: `more than ${MOST_COUNTED.toLocaleString("en")}`, request };
      }
    }
  }
  return { items, more: besides > 0 ? besides.toLocaleString("en") : "", request };
}

async function find(
  gorgias: GorgiasClient,
  type: (typeof SEARCH_TYPES)[number],
  query: string,
): Promise<Offer> {
  const request = "POST /api/search";
  const items = listIn(await gorgias.ask("/search", { type, query, size: MOST_FOUND }));
  if (items === undefined) {
    throw unknownShape(request, "Gorgias answered with something other than a list");
  }
  return { items, more: items.length < MOST_FOUND ? "" : "maybe", request };
}

/**
 * The order in which a person looks for something: case and accents don't matter, 9 is before 10.
 * Made when it is needed, because that takes longer than loading the rest of the pick lists.
 */
function byLabel(): (a: Element, b: Element) => number {
  const { compare } = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  return (a, b) => compare(a.label ?? a.key, b.label ?? b.key);
}
