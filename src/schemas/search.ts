import { isObject, type JsonObject } from "../client/json";
import { anything, type Described, freeForm, listOf, object, type Resource } from "./schema";

/** What can be searched for (docs/gorgias-api.md, "Search"). */
export const SEARCH_TYPES = [
  "agent",
  "customer",
  "customer_profile",
  "customer_channel",
  "customer_channel_email",
  "customer_channel_phone",
  "customers_by_phone",
  "integration",
  "team",
  "tag",
] as const;

const foundSchema = object({ data: listOf(freeForm), raw: anything });

/** What a search found, as a list, and Gorgias' answer as it came. */
export const found: Resource<Described<typeof foundSchema>> = {
  schema: foundSchema,
  example: {
    data: [{ id: 400746613, name: "Jo Martin", email: "jo@example.com" }],
    raw: { data: [{ id: 400746613, name: "Jo Martin", email: "jo@example.com" }] },
  },
};

/** Some accounts answer a list, others an object with one (docs/gorgias-api.md, "Search"). */
export function foundIn(raw: unknown): JsonObject[] {
  return listIn(raw) ?? [];
}

/** @returns undefined for an answer in any other shape */
export function listIn(raw: unknown): JsonObject[] | undefined {
  const list = isObject(raw) ? raw.data : raw;
  return Array.isArray(list) ? list : undefined;
}
