import { z } from "zod";
import type { Api, RouteContext } from "../api";
import {
  anyValue,
  datetime,
  fieldValues,
  freeObject,
  id,
  idPath,
  idText,
  orderBy,
  paging,
  relationships,
} from "../parameters";
import { invalid } from "../problem";
import { customerListed, customerShape, fieldValuesShape } from "../shapes/people";
import type { Shop } from "../shop";
import {
  createCustomer,
  deleteCustomer,
  mergeCustomers,
  setCustomerData,
  updateCustomer,
} from "../shop/customerChanges";
import type { Customer } from "../shop/records";

/** There is no `id` filter, says `gorgias-api/notes.md`: it is refused like any unknown one. */
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

const channels = z
  .array(
    z.object({
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

const deleteBody = z.strictObject({ ids: z.array(id).min(1) });

/** Who is merged into whom are query parameters (`gorgias-api/notes.md`). */
const mergeQuery = z.strictObject({ source_id: idText, target_id: idText });

/** What of the target is overridden; a whole customer may be sent, the rest of it does nothing. */
const mergeBody = updateBody
  .pick({
    name: true,
    email: true,
    external_id: true,
    language: true,
    timezone: true,
    note: true,
    channels: true,
    meta: true,
  })
  .strip();

/** Customers: list, get, create, update, delete, merge, and the data kept with one. */
export function customerRoutes(app: Api, { shop, pages }: RouteContext): void {
  app.get("/customers", { schema: { querystring: listQuery } }, ({ url, query }) =>
    pages.answer(url, query, {
      records: shop.customers.orderedBy(query.order_by),
      where: wanted(shop, query),
      shape: customerListed,
    }),
  );

  app.get(
    "/customers/:id",
    { schema: { params: idPath, querystring: relationships } },
    ({ params, query }) => {
      const customer = shop.customers.one(params.id);
      return {
        ...customerShape(customer),
        ...(query.relationships && { custom_fields: fieldValuesShape(customer.custom_fields) }),
      };
    },
  );

  app.post("/customers", { schema: { body: createBody } }, ({ body, userId }, reply) => {
    reply.code(201);
    return customerShape(createCustomer(shop, body, userId));
  });

  app.put(
    "/customers/:id",
    { schema: { params: idPath, body: updateBody } },
    ({ params, body, userId }, reply) => {
      const customer = shop.customers.one(params.id);
      reply.code(202);
      return customerShape(updateCustomer(shop, customer, body, userId));
    },
  );

  app.delete("/customers/:id", { schema: { params: idPath } }, ({ params, userId }, reply) => {
    deleteCustomer(shop, shop.customers.one(params.id), userId);
    return reply.code(204).send();
  });

  app.delete("/customers", { schema: { body: deleteBody } }, ({ body, userId }, reply) => {
    const customers = body.ids.map((customerId) => shop.customers.one(customerId));
    for (const customer of customers) deleteCustomer(shop, customer, userId);
    return reply.code(204).send();
  });

  app.put(
    "/customers/merge",
    { schema: { querystring: mergeQuery, body: mergeBody } },
    ({ query, body, userId }, reply) => {
      const source = shop.customers.one(query.source_id);
      const target = shop.customers.one(query.target_id);
      reply.code(202);
      return customerShape(mergeCustomers(shop, source, target, body, userId));
    },
  );

  app.put(
    "/customers/:id/data",
    { schema: { params: idPath, body: dataBody } },
    ({ params, body, userId }, reply) => {
      const customer = shop.customers.one(params.id);
      setCustomerData(shop, customer, body.data, body.version ?? null, userId);
      return reply.code(202).send();
    },
  );
}

/** A view of tickets lists the customers of those tickets. */
function wanted(shop: Shop, query: z.output<typeof listQuery>): (customer: Customer) => boolean {
  const inView = query.view_id === undefined ? undefined : customersOf(shop, query.view_id);
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

function customersOf(shop: Shop, viewId: number): Set<number | null> {
  const view = shop.views.get(viewId);
  if (view === undefined) throw invalid("view_id", "No such view.");
  const ids = new Set<number | null>();
  for (const ticket of shop.tickets.values()) if (view.matches(ticket)) ids.add(ticket.customerId);
  return ids;
}
