import { z } from "zod";
import type { Api, RouteContext } from "../api";
import {
  anyValue,
  datetime,
  fieldValues,
  freeObject,
  idPath,
  idText,
  orderBy,
  paging,
} from "../parameters";
import { invalid } from "../problem";
import { customerListed, customerMerged, customerShape, customerWritten } from "../shapes/customer";
import { fieldValuesShape } from "../shapes/customField";
import type { Shop } from "../shop";
import {
  createCustomer,
  deleteCustomer,
  setCustomerData,
  updateCustomer,
} from "../shop/customerChanges";
import { mergeCustomers } from "../shop/customerMerge";
import type { Customer } from "../shop/records/customer";
import { viewOf } from "../shop/viewAccess";
import { isInView } from "../shop/viewTickets";
import { serveCollection } from "./collection";

/** Filters that stand alone (`docs/gorgias-api.md`, "Lists"). */
const ALONE = ["language", "timezone"];

/** There is no `id` filter (`docs/gorgias-api.md`, "Lists"): it is refused like any unknown one. */
const listQuery = z.strictObject({
  ...paging(),
  order_by: orderBy("created_datetime", "updated_datetime"),
  email: z.string().optional(),
  external_id: z.string().optional(),
  language: z.string().optional(),
  name: z.string().optional(),
  timezone: z.string().optional(),
  view_id: idText.optional(),
  channel_type: z.string().optional(),
  channel_address: z.string().max(320).optional(),
});

const listQueryAlone = z
  .record(z.string(), z.unknown())
  .superRefine((query, context) => {
    const isTurned = ["cursor", "limit", "order_by"].some((name) => name in query);
    for (const name of ALONE.filter((one) => isTurned && one in query)) {
      context.addIssue({ code: "custom", path: [name], message: "Not together with pages." });
    }
  })
  .pipe(listQuery);

/** What of a channel is written (`docs/gorgias-api.md`, "Customers"). */
const channels = z
  .array(
    z.strictObject({
      type: z.string().min(1),
      address: z.string().min(1),
      preferred: z.boolean().exactOptional(),
    }),
  )
  .exactOptional();

const createBody = z.strictObject({
  name: z.string().exactOptional(),
  firstname: z.string().exactOptional(),
  lastname: z.string().exactOptional(),
  email: z.email().max(320).exactOptional(),
  external_id: z.string().exactOptional(),
  language: z.string().exactOptional(),
  timezone: z.string().exactOptional(),
  note: z.string().exactOptional(),
  channels,
  meta: freeObject.exactOptional(),
  custom_fields: fieldValues.exactOptional(),
});

const updateBody = z.strictObject({
  name: z.string().nullable().exactOptional(),
  firstname: z.string().nullable().exactOptional(),
  lastname: z.string().nullable().exactOptional(),
  email: z.email().max(320).nullable().exactOptional(),
  external_id: z.string().nullable().exactOptional(),
  language: z.string().nullable().exactOptional(),
  timezone: z.string().nullable().exactOptional(),
  note: z.string().nullable().exactOptional(),
  channels,
  meta: freeObject.nullable().exactOptional(),
  custom_fields: fieldValues.exactOptional(),
});

const dataBody = z.strictObject({ data: anyValue, version: datetime.nullable().exactOptional() });

/** Who is merged into whom is said in the query (`docs/gorgias-api.md`, "Writes"). */
const mergeQuery = z.strictObject({ source_id: idText, target_id: idText });

/** Fields of the target may be sent, and change nothing (`docs/gorgias-api.md`, "Writes"). */
const mergeBody = updateBody
  .pick({
    name: true,
    email: true,
    external_id: true,
    language: true,
    timezone: true,
    note: true,
    meta: true,
  })
  .extend({ channels: z.array(freeObject).exactOptional() })
  .strip();

/** Customers, how two become one, and the data kept with each. */
export function customerRoutes(api: Api, context: RouteContext): void {
  const { shop } = context;

  serveCollection(api, context, {
    path: "/customers",
    records: shop.customers,
    shape: customerShape,
    written: (customer) => customerWritten(customerShape(customer)),
    removedBy: "agent",
    list: {
      query: listQueryAlone,
      select: (query, by) => ({ where: customerFilter(shop, query, by), shape: customerListed }),
    },
    get: { relationships: { custom_fields: fieldsOf } },
    create: { body: createBody, make: (body, by) => createCustomer(shop, body, by) },
    update: {
      body: updateBody,
      status: 202,
      change: (customer, body, by) => updateCustomer(shop, customer, body, by),
    },
    remove: (customer, by) => deleteCustomer(shop, customer, by),
    removeSeveral: true,
  });

  api.put(
    "/customers/merge",
    { schema: { querystring: mergeQuery, body: mergeBody } },
    ({ query, userId }, reply) => {
      const source = shop.customers.one(query.source_id);
      const target = shop.customers.one(query.target_id);
      reply.code(202);
      return customerMerged(mergeCustomers(shop, source, target, userId));
    },
  );

  api.put(
    "/customers/:id/data",
    { schema: { params: idPath, body: dataBody } },
    ({ params, body, userId }, reply) => {
      const customer = shop.customers.one(params.id);
      setCustomerData(shop, customer, body.data, body.version ?? null, userId);
      return reply.code(202).send();
    },
  );
}

function fieldsOf({ custom_fields }: Customer) {
  return fieldValuesShape(custom_fields);
}

/** A view of tickets lists the customers of those tickets. */
function customerFilter(
  shop: Shop,
  query: z.output<typeof listQuery>,
  by: number | null,
): (customer: Customer) => boolean {
  const inView = query.view_id === undefined ? undefined : customersOf(shop, query.view_id, by);
  const same = (given: string | undefined, held: string | null) =>
    given === undefined || given.toLowerCase() === held?.toLowerCase();
  return (customer) =>
    same(query.email, customer.email) &&
    (query.external_id === undefined || query.external_id === customer.external_id) &&
    same(query.language, customer.language) &&
    same(query.name, customer.name) &&
    same(query.timezone, customer.timezone) &&
    (inView === undefined || inView.has(customer.id)) &&
    ((query.channel_type === undefined && query.channel_address === undefined) ||
      customer.channels.some(
        ({ type, address }) =>
          same(query.channel_type, type) && same(query.channel_address, address),
      ));
}

function customersOf(shop: Shop, viewId: number, by: number | null): Set<number | null> {
  const view = viewOf(shop, viewId, by);
  if (view === undefined) throw invalid("view_id", "No such view.");
  const isViewed = isInView(shop, view, by);
  const ids = new Set<number | null>();
  for (const ticket of shop.tickets.values()) if (isViewed(ticket)) ids.add(ticket.customerId);
  return ids;
}
