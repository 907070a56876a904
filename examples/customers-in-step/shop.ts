import type { Connection } from "@prismatic-io/spectral";

/** What both sides know of a customer. Either may be blank. */
interface Person {
  email: string | null;
  name: string | null;
}

/** A customer as the shop has them. Yours has other names for it. */
export interface ShopCustomer extends Person {
  id: string;
}

/** A customer as Gorgias has them. Who came from the shop carries its id as external ID. */
export interface GorgiasCustomer extends Person {
  id: number;
  external_id: string | null;
}

/** @returns undefined where the shop has no such customer */
export async function readCustomer(
  shop: Connection,
  id: string,
): Promise<ShopCustomer | undefined> {
  const answer = await request(shop, "GET", id);
  return answer && ((await answer.json()) as ShopCustomer);
}

export async function writeCustomer(shop: Connection, customer: ShopCustomer): Promise<void> {
  await request(shop, "PUT", customer.id, JSON.stringify(customer));
}

/**
 * What one side has to be told: the fields that are filled in on the other and differ. Both flows
 * ask this first and write nothing else, so that what one of them has written starts no write of the
 * other. Blank fields go nowhere, spaces around a text don't count, and Gorgias may keep an e-mail
 * address in lower case.
 */
export function news(from: Person, to: Person): { email?: string; name?: string } {
  const email = from.email?.trim();
  const name = from.name?.trim();
  return {
    ...(email && email.toLowerCase() !== to.email?.trim().toLowerCase() && { email }),
    ...(name && name !== to.name?.trim() && { name }),
  };
}

async function request({ fields }: Connection, method: string, id: string, body?: string) {
  const answer = await fetch(`${fields.address}/customers/${encodeURIComponent(id)}`, {
    method,
    headers: { authorization: `Bearer ${fields.token}`, "content-type": "application/json" },
    ...(body !== undefined && { body }),
  }).catch(() => {
    throw new Error("The shop cannot be reached. Check the Address of the Shop Connection.");
  });
  if (method === "GET" && answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`The shop answered ${answer.status} for customer ${id}.`);
  return answer;
}
