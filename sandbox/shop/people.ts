import { invalid } from "../problem";
import { createCustomer } from "./customerChanges";
import type { Shop } from "./index";
import type { Party } from "./records/message";

/** How a request names a person. */
export interface Person {
  id?: number | null;
  email?: string | null;
  name?: string | null;
}

/** Who sends and who receives a message, as a request says. */
export interface People {
  sender?: Person | null;
  receiver?: Person | null;
}

/** 400 for a sender or receiver whose id is nobody's, before anything is written. */
export function refuseUnknownPeople(shop: Shop, input: People, path = ""): void {
  for (const field of ["sender", "receiver"] as const) {
    const id = input[field]?.id;
    if (id == null || shop.users.get(id) || shop.customers.get(id)) continue;
    throw invalid(`${path}${field}.id`, `No one has the id ${id}.`);
  }
}

/** The customer that a request names by id or e-mail; an unknown e-mail makes a new customer. */
export function customerFor(
  shop: Shop,
  field: string,
  person: Person | null | undefined,
  by: number | null,
): number | null {
  if (person?.id != null) {
    if (shop.customers.get(person.id) === undefined) {
      throw invalid(`${field}.id`, `There is no customer ${person.id}.`);
    }
    return person.id;
  }
  if (person?.email == null || person.email === "") return null;
  const { email, name } = person;
  const known = shop.customerByEmail(email);
  return (known ?? createCustomer(shop, { email, ...(name != null && { name }) }, by)).id;
}

/** An agent or a customer, whichever the id or e-mail belongs to; an agent where both could be. */
export function personFor(
  shop: Shop,
  field: string,
  person: Person | null | undefined,
  expected: Party["kind"],
  by: number | null,
): Party | null {
  if (person?.id != null && shop.users.get(person.id)) return { kind: "user", id: person.id };
  const user = shop.users.find(({ email }) => email === person?.email);
  if (person?.id == null && user !== undefined) return { kind: "user", id: user.id };
  if (expected === "user" && person?.id == null && person?.email != null) {
    const known = shop.customerByEmail(person.email);
    return known === undefined ? null : { kind: "customer", id: known.id };
  }
  const id = customerFor(shop, field, person, by);
  return id === null ? null : { kind: "customer", id };
}
