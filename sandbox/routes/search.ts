import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { integrationShape } from "../shapes/integration";
import { tagShape } from "../shapes/tag";
import { teamShape } from "../shapes/team";
import { userBrief } from "../shapes/user";
import type { Shop } from "../shop";
import type { Customer } from "../shop/records/customer";

/** Something to search: its text, and what is answered when that matches. */
interface Candidate {
  text: string;
  shape: () => unknown;
}

/** What can be searched (`docs/gorgias-api.md`, "Search"). */
const TYPES = [
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

const SEARCHES: Record<(typeof TYPES)[number], (shop: Shop) => Iterable<Candidate>> = {
  agent: agents,
  customer: customersByNameOrEmail,
  customer_profile: customersByAnything,
  customer_channel: channels,
  customer_channel_email: (shop) => channels(shop, "email"),
  customer_channel_phone: (shop) => channels(shop, "phone"),
  customers_by_phone: customersByPhone,
  integration: integrations,
  team: teams,
  tag: tags,
};

const body = z.strictObject({
  type: z.enum(TYPES),
  query: z.string().default(""),
  size: z.int().min(1).max(50).default(10),
});

/** Some accounts answer a bare array, others `{ data }` (`docs/gorgias-api.md`, "Search"). */
export function searchRoutes(api: Api, { shop, searchShape }: RouteContext): void {
  api.post(
    "/search",
    { schema: { body }, config: { needs: "observer-agent" } },
    ({ body: { type, query, size } }) => {
      const wanted = query.toLowerCase();
      const found: unknown[] = [];
      for (const { text, shape } of SEARCHES[type](shop)) {
        if (found.length === size) break;
        if (text.toLowerCase().includes(wanted)) found.push(shape());
      }
      return searchShape === "array" ? found : { object: "list", uri: "", data: found, meta: {} };
    },
  );
}

function* agents(shop: Shop): Iterable<Candidate> {
  for (const user of shop.users.values()) {
    yield { text: `${user.name} ${user.email}`, shape: () => userBrief(user) };
  }
}

function* customersByNameOrEmail(shop: Shop): Iterable<Candidate> {
  for (const customer of shop.customers.values()) {
    yield { text: `${customer.name} ${customer.email}`, shape: () => customerFound(customer) };
  }
}

function* customersByAnything(shop: Shop): Iterable<Candidate> {
  for (const customer of shop.customers.values()) {
    const addresses = customer.channels.map(({ address }) => address).join(" ");
    yield { text: `${customer.name} ${addresses}`, shape: () => customerFound(customer) };
  }
}

function* customersByPhone(shop: Shop): Iterable<Candidate> {
  for (const customer of shop.customers.values()) {
    const phones = customer.channels.filter(({ type }) => type === "phone");
    if (phones.length === 0) continue;
    const text = phones.map(({ address }) => address).join(" ");
    yield { text, shape: () => customerFound(customer) };
  }
}

function* channels(shop: Shop, wanted?: string): Iterable<Candidate> {
  for (const customer of shop.customers.values()) {
    for (const { id, type, address } of customer.channels) {
      if (wanted !== undefined && type !== wanted) continue;
      yield {
        text: address,
        shape: () => ({ id, type, address, customer: customerFound(customer) }),
      };
    }
  }
}

/** A customer as in `test/schemas/recorded/search.json`. */
function customerFound({ id, name, email }: Customer) {
  return { id, name, email };
}

function* integrations(shop: Shop): Iterable<Candidate> {
  for (const integration of shop.integrations.values()) {
    yield { text: integration.name, shape: () => integrationShape(integration) };
  }
}

function* teams(shop: Shop): Iterable<Candidate> {
  for (const team of shop.teams.values()) {
    yield { text: team.name, shape: () => teamShape(shop, team) };
  }
}

function* tags(shop: Shop): Iterable<Candidate> {
  for (const tag of shop.tags.values()) yield { text: tag.name, shape: () => tagShape(tag, 0) };
}
