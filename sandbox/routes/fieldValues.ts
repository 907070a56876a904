import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { wholeList } from "../pages";
import { anyValue, fieldValues, id, idText } from "../parameters";
import { invalid, missing } from "../problem";
import { customFieldShape } from "../shapes/customField";
import type { Shop } from "../shop";
import { checkedValues } from "../shop/fieldValues";
import type { CustomField, FieldValues } from "../shop/records/customField";

/** A bare array of `{ id, value }` (`docs/gorgias-api.md`, "Writes"), at least one. */
const bulkBody = fieldValues.min(1);

/** The definition's id may stand beside the value, under either of its names. */
const oneBody = z.strictObject({
  id: id.exactOptional(),
  definition_id: id.exactOptional(),
  value: anyValue,
});

const ownerPath = z.object({ ownerId: idText });
const valuePath = z.object({ ownerId: idText, id: idText });

/** A ticket or a customer, as far as the values of its custom fields go. */
interface Owner {
  values: FieldValues;
  save(values: FieldValues, by: number | null): void;
}

/** Values of the custom fields of tickets and of customers: list, set one or several, delete. */
export function fieldValueRoutes(api: Api, { shop }: RouteContext): void {
  serveValues(api, shop, "/tickets", "Ticket", (ticketId) => {
    const ticket = shop.tickets.one(ticketId);
    return {
      values: ticket.custom_fields,
      save: (custom_fields, by) => {
        shop.tickets.change(ticket, { custom_fields, updated_datetime: shop.stamp() });
        shop.record("ticket-updated", { type: "Ticket", id: ticketId }, by);
      },
    };
  });
  serveValues(api, shop, "/customers", "Customer", (customerId) => {
    const customer = shop.customers.one(customerId);
    return {
      values: customer.custom_fields,
      save: (custom_fields, by) => {
        shop.customers.change(customer, { custom_fields, updated_datetime: shop.stamp() });
        shop.record("customer-updated", { type: "Customer", id: customerId }, by);
      },
    };
  });
}

/** Serves the values of the custom fields of one kind of owner. */
function serveValues(
  api: Api,
  shop: Shop,
  prefix: string,
  kind: CustomField["object_type"],
  owner: (id: number) => Owner,
): void {
  const all = `${prefix}/:ownerId/custom-fields`;
  const listed = (url: string, ownerId: number) =>
    wholeList(
      url,
      Object.entries(owner(ownerId).values).flatMap(([fieldId, value]) => {
        const field = shop.customFields.get(Number(fieldId));
        return field === undefined ? [] : { id: field.id, value, field: customFieldShape(field) };
      }),
    );

  api.get(all, { schema: { params: ownerPath } }, ({ url, params }) => listed(url, params.ownerId));

  api.put(
    all,
    { schema: { params: ownerPath, body: bulkBody } },
    ({ url, params, body, userId }) => {
      const { values, save } = owner(params.ownerId);
      save({ ...values, ...checkedValues(shop, kind, body) }, userId);
      return listed(url, params.ownerId);
    },
  );

  api.put(
    `${all}/:id`,
    { schema: { params: valuePath, body: oneBody } },
    ({ params, body, userId }) => {
      const { values, save } = owner(params.ownerId);
      for (const name of ["id", "definition_id"] as const) {
        if ((body[name] ?? params.id) !== params.id) throw invalid(name, "Not the id of the path.");
      }
      const field = shop.customFields.one(params.id);
      const given = [{ id: params.id, value: body.value }];
      save({ ...values, ...checkedValues(shop, kind, given) }, userId);
      return { id: field.id, value: body.value, field: customFieldShape(field) };
    },
  );

  api.delete(`${all}/:id`, { schema: { params: valuePath } }, ({ params, userId }, reply) => {
    const { values, save } = owner(params.ownerId);
    const { [params.id]: gone, ...kept } = values;
    if (gone === undefined) throw missing("Custom field value", params.id);
    save(kept, userId);
    return reply.code(204).send();
  });
}
