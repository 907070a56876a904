import type { Micros } from "../clock";
import { taken } from "../problem";
import { checkedValues, type GivenValues } from "./fieldValues";
import type { Shop } from "./index";
import type { Channel, Customer } from "./records/customer";

/** What a request may say about a customer. A field left out stays as it is. */
export interface CustomerInput {
  name?: string | null;
  firstname?: string | null;
  lastname?: string | null;
  email?: string | null;
  external_id?: string | null;
  language?: string | null;
  timezone?: string | null;
  note?: string | null;
  channels?: { type: string; address: string; preferred?: boolean }[];
  meta?: Record<string, unknown> | null;
  custom_fields?: GivenValues;
}

/** Makes a customer; 409 when the e-mail or external id is another's. */
export function createCustomer(shop: Shop, input: CustomerInput, by: number | null): Customer {
  const now = shop.stamp();
  const blank: Customer = {
    id: shop.customers.nextId(),
    name: null,
    firstname: "",
    lastname: "",
    email: null,
    external_id: null,
    language: null,
    timezone: null,
    note: null,
    meta: null,
    data: null,
    dataVersion: null,
    channels: [],
    orders: [],
    custom_fields: {},
    created_datetime: now,
    updated_datetime: now,
  };
  const customer = shop.customers.add({ ...blank, ...customerPatch(shop, blank, input, now) });
  shop.record("customer-created", { type: "Customer", id: customer.id }, by);
  return customer;
}

/** Changes a customer by the same rules. */
export function updateCustomer(
  shop: Shop,
  customer: Customer,
  input: CustomerInput,
  by: number | null,
): Customer {
  const now = shop.stamp();
  const patch = customerPatch(shop, customer, input, now);
  shop.customers.change(customer, { ...patch, updated_datetime: now });
  shop.record("customer-updated", { type: "Customer", id: customer.id }, by);
  return customer;
}

/** Tickets of a deleted customer stay, and have none from then on. */
export function deleteCustomer(shop: Shop, customer: Customer, by: number | null): void {
  shop.customers.remove(customer);
  shop.record("customer-deleted", { type: "Customer", id: customer.id }, by);
}

/** A JSON value kept with the customer; a version older than the one held is ignored. */
export function setCustomerData(
  shop: Shop,
  customer: Customer,
  data: unknown,
  version: Micros | null,
  by: number | null,
): void {
  if (version !== null && customer.dataVersion !== null && version < customer.dataVersion) return;
  const now = shop.stamp();
  shop.customers.change(customer, { data, dataVersion: version, updated_datetime: now });
  shop.record("customer-updated", { type: "Customer", id: customer.id }, by);
}

/** The input's fields as the record has them; 409 when an identifier is another's. */
function customerPatch(
  shop: Shop,
  customer: Customer,
  input: CustomerInput,
  now: Micros,
): Partial<Customer> {
  const { channels, custom_fields, firstname, lastname, name, ...plain } = input;
  refuseTaken(shop, customer, input);
  return {
    ...plain,
    ...names(customer, { firstname, lastname, name }),
    ...channelsPatch(shop, customer, input, now),
    ...(custom_fields && { custom_fields: checkedValues(shop, "Customer", custom_fields) }),
  };
}

/** First and last name come from the full name, unless they are given themselves. */
function names(
  customer: Customer,
  given: { [K in "firstname" | "lastname" | "name"]: string | null | undefined },
): Partial<Customer> {
  if (given.name !== undefined) {
    const [first = "", ...rest] = (given.name ?? "").split(" ");
    return {
      name: given.name,
      firstname: given.firstname ?? first,
      lastname: given.lastname ?? rest.join(" "),
    };
  }
  if (given.firstname === undefined && given.lastname === undefined) return {};
  const firstname = given.firstname === undefined ? customer.firstname : (given.firstname ?? "");
  const lastname = given.lastname === undefined ? customer.lastname : (given.lastname ?? "");
  return { firstname, lastname, name: `${firstname} ${lastname}`.trim() || null };
}

/** Channels replace the whole set; the primary e-mail always has one. */
function channelsPatch(
  shop: Shop,
  customer: Customer,
  input: CustomerInput,
  now: Micros,
): { channels?: Channel[] } {
  if (input.channels === undefined && input.email === undefined) return {};
  const email = input.email === undefined ? customer.email : input.email;
  const kept = input.channels ?? customer.channels.filter(({ type }) => type !== "email");
  const wanted =
    email === null || kept.some(({ address }) => address === email)
      ? kept
      : [{ type: "email", address: email, preferred: true }, ...kept];
  const channels = wanted.map(({ type, address, preferred = true }) => {
    const held = customer.channels.find((c) => c.type === type && c.address === address);
    return {
      id: held?.id ?? shop.nextChannelId(),
      type,
      address,
      preferred,
      created_datetime: held?.created_datetime ?? now,
      updated_datetime: now,
    };
  });
  return { channels };
}

/** 409 for an e-mail or external id that another customer has. */
function refuseTaken(shop: Shop, customer: Customer, input: CustomerInput): void {
  const { channels = [], email, external_id: externalId } = input;
  const emails = channels.flatMap((c) => (c.type === "email" ? c.address : []));
  for (const claimed of email == null ? emails : [email, ...emails]) {
    const owner = shop.customerByEmail(claimed);
    if (owner !== undefined && owner.id !== customer.id) throw taken("email", claimed);
  }
  if (externalId == null) return;
  const owner = shop.customers.owner("external_id", externalId);
  if (owner !== undefined && owner.id !== customer.id) throw taken("external_id", externalId);
}
