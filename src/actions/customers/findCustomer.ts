import type { GorgiasClient } from "../../client";
import { isObject } from "../../client/json";
import { readPage } from "../../client/pages";
import { refusal } from "../../fields/inputError";
import type { Named } from "../../inputs/named";
import { foundIn } from "../../schemas/search";

/** What a customer is known by. */
export interface Identifiers {
  readonly email: Named<string> | undefined;
  readonly phoneNumber: Named<string> | undefined;
  readonly external_id: Named<string> | undefined;
}

/** Whom one identifier belongs to. */
interface Owners {
  readonly name: string;
  readonly ids: readonly number[];
}

/**
 * Looks for the one customer who has every identifier that anybody has.
 *
 * @param inAnyCase whether an e-mail address is looked for in capital letters, too
 * @returns undefined where nobody has any of them
 * @throws InputError where they belong to different customers, or one of them to several
 */
export async function findCustomer(
  gorgias: GorgiasClient,
  { email, phoneNumber, external_id }: Identifiers,
  inAnyCase = false,
): Promise<number | undefined> {
  const owners: Owners[] = [];
  const note = (name: string, ids: readonly number[]) => {
    if (ids.length > 0) {
      owners.push({ name, ids });
    }
  };
  if (external_id) {
    note(external_id.name, await idsOf(gorgias, { external_id: external_id.value }));
  }
  if (email) {
    note(email.name, await idsByEmail(gorgias, email.value, inAnyCase));
  }
  if (phoneNumber) {
    note(phoneNumber.name, await idsByChannel(gorgias, "phone", phoneNumber.value));
  }
  return theOne(owners);
}

/** @throws InputError where there are several */
function theOne([first, ...others]: readonly Owners[]): number | undefined {
  if (first === undefined) {
    return undefined;
  }
  let { ids } = first;
  for (const other of others) {
    const shared = ids.filter((id) => other.ids.includes(id));
    if (shared.length === 0) {
      const problem = `belongs to customer ${ids.join(", ")}, and ${other.name} to customer ${other.ids.join(", ")}. Leave one of them out, or merge the customers first.`;
      throw refusal(first.name, problem);
    }
    ids = shared;
  }
  if (ids.length > 1) {
    const problem = `belongs to several customers: ${ids.join(", ")}. Fill in what only one of them has, or merge them first.`;
    throw refusal(first.name, problem);
  }
  return ids[0];
}

/** By the main address, or else by any other of a customer's. */
async function idsByEmail(
  gorgias: GorgiasClient,
  email: string,
  inAnyCase: boolean,
): Promise<number[]> {
  for (const address of new Set([email, email.toLowerCase()])) {
    const ids = await idsOf(gorgias, { email: address });
    const found = ids.length > 0 ? ids : await idsByChannel(gorgias, "email", address);
    if (found.length > 0) {
      return found;
    }
  }
  if (!inAnyCase) {
    return [];
  }
  const search = { type: "customer", query: email, size: 50 };
  const alike = foundIn(await gorgias.ask("/search", search)).filter(
    (one) => String(one.email).toLowerCase() === email.toLowerCase(),
  );
  return idsIn(alike);
}

const idsByChannel = (gorgias: GorgiasClient, type: string, address: string) =>
  idsOf(gorgias, { channel_type: type, channel_address: address });

async function idsOf(
  gorgias: GorgiasClient,
  query: Readonly<Record<string, string>>,
): Promise<number[]> {
  return idsIn((await readPage(gorgias, { path: "/customers", query })).data);
}

function idsIn(customers: readonly unknown[]): number[] {
  return customers.flatMap((one) => (isObject(one) && typeof one.id === "number" ? [one.id] : []));
}
