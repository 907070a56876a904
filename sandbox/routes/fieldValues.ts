import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { fieldValues, idText } from "../parameters";
import { invalid, missing } from "../problem";
import { fieldValueShape } from "../shapes/customField";
import type { Shop } from "../shop";
import { checkedValues } from "../shop/fieldValues";
import { type CustomField, type FieldValues, isFilledIn } from "../shop/records/customField";

/** A bare array of `{ id, value }` (`docs/gorgias-api.md`, "Custom fields"), at least one. */
const bulkBody = fieldValues.min(1);

/** The bare JSON value (`docs/gorgias-api.md`, "Custom fields"). */
const oneBody = z.union([z.string(), z.number(), z.boolean()], {
  error: "Not a text, a number, true or false.",
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
  const held = (values: FieldValues) =>
    Object.entries(values).flatMap(([fieldId, value]) => {
      const field = shop.customFields.get(Number(fieldId));
      return field === undefined ? [] : [{ field, value }];
    });
  const listed = (ownerId: number) => ({
    data: held(owner(ownerId).values).map(({ field, value }) => fieldValueShape(field, value)),
  });

  api.get(all, { schema: { params: ownerPath } }, ({ params }) => listed(params.ownerId));

  api.put(all, { schema: { params: ownerPath, body: bulkBody } }, ({ params, body, userId }) => {
    const { values, save } = owner(params.ownerId);
    const given = checkedValues(shop, kind, body);
    for (const { field } of held(values).filter(({ field }) => !(field.id in given))) {
      refuseToLose(field);
    }
    save(given, userId);
    return listed(params.ownerId);
  });

  api.put(
    `${all}/:id`,
    { schema: { params: valuePath, body: oneBody } },
    ({ params, body, userId }) => {
      const { values, save } = owner(params.ownerId);
      const field = shop.customFields.one(params.id);
      const given = [{ id: params.id, value: body }];
      save({ ...values, ...checkedValues(shop, kind, given) }, userId);
      return fieldValueShape(field, body);
    },
  );

  api.delete(`${all}/:id`, { schema: { params: valuePath } }, ({ params, userId }, reply) => {
    const { values, save } = owner(params.ownerId);
    const { [params.id]: gone, ...kept } = values;
    if (gone === undefined) throw missing("Custom field value", params.id);
    refuseToLose(shop.customFields.one(params.id));
    save(kept, userId);
    return reply.code(204).send();
  });
}

/** A field that Gorgias fills in keeps its value (`docs/gorgias-api.md`, "Custom fields"). */
function refuseToLose(field: CustomField): void {
  if (isFilledIn(field)) {
    throw invalid("custom_fields", `The value of the managed field ${field.id} stays.`);
  }
}
