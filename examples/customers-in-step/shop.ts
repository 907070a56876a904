import type { Connection } from "@prismatic-io/spectral";

/** A customer as the shop has them. Yours has other names for it. */
export interface ShopCustomer {
  id: string;
  email: string;
  name: string;
}

/** A customer as Gorgias has them. Who came from the shop carries its id as external ID. */
export interface GorgiasCustomer {
  id: number;
  external_id: string | null;
  email: string | null;
  name: string | null;
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
 * Whether there is nothing to write. Both flows ask this first, so that what one of them has
 * written starts no write of the other. Gorgias may keep an e-mail address in lower case.
 */
export function isInStep(ours: ShopCustomer, theirs: GorgiasCustomer): boolean {
  const sameEmail = ours.email.toLowerCase() === theirs.email?.toLowerCase();
  return sameEmail && ours.name === theirs.name && ours.id === theirs.external_id;
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
