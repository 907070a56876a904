import { isoFromMicros } from "../clock";
import type { Channel, Customer } from "../shop/records/customer";
import { SHOPIFY_ID } from "../shop/records/integration";
import { fieldValuesShape } from "./customField";

/** A customer in passing: in a list of tickets, or as the sender of a message. */
export function customerBrief(customer: Customer) {
  return {
    id: customer.id,
    email: customer.email,
    name: customer.name,
    firstname: customer.firstname,
    lastname: customer.lastname,
    meta: customer.meta,
  };
}

/** A customer inside a single ticket, as in `test/schemas/recorded/get-ticket.json`. */
export function customerInTicket(customer: Customer) {
  return {
    ...customerBrief(customer),
    channels: customer.channels.map((channel) => channelShape(channel, customer)),
    data: customer.data,
    customer: null,
    integrations: integrationData(customer),
    external_id: customer.external_id,
    note: customer.note,
    external_data: {},
    ecommerce_data: {},
  };
}

/** A customer in the list of customers. */
export function customerListed(customer: Customer) {
  return {
    ...customerBrief(customer),
    external_id: customer.external_id,
    active: true,
    language: customer.language,
    timezone: customer.timezone,
    note: customer.note,
    data: customer.data,
    custom_fields: fieldValuesShape(customer.custom_fields),
    created_datetime: isoFromMicros(customer.created_datetime),
    updated_datetime: isoFromMicros(customer.updated_datetime),
  };
}

/** One customer, whole. */
export function customerShape(customer: Customer) {
  return { ...customerListed(customer), ...customerInTicket(customer) };
}

/** Who stays after a merge, as in `test/schemas/recorded/merge-customers.json`. */
export function customerMerged(customer: Customer) {
  const { external_data: _, ...merged } = customerShape(customer);
  return merged;
}

/** A customer in the answer to another write, as in `test/schemas/recorded/create-customer.json`. */
export function customerWritten<T extends ReturnType<typeof customerInTicket>>(whole: T) {
  const { external_data: _, ecommerce_data: __, ...written } = whole;
  return written;
}

function channelShape(channel: Channel, owner: Customer) {
  const named = { id: owner.id, name: owner.name };
  return {
    id: channel.id,
    type: channel.type,
    address: channel.address,
    preferred: channel.preferred,
    created_datetime: isoFromMicros(channel.created_datetime),
    updated_datetime: isoFromMicros(channel.updated_datetime),
    deleted_datetime: null,
    user: named,
    customer: named,
  };
}

function integrationData(customer: Customer): Record<string, unknown> {
  if (customer.orders.length === 0) return {};
  return {
    [SHOPIFY_ID]: {
      __integration_type__: "shopify",
      orders: customer.orders.map((order) => ({
        name: `#${order.number}`,
        total_price: order.total.toFixed(2),
        currency: "USD",
        created_at: isoFromMicros(order.created_datetime),
      })),
    },
  };
}
