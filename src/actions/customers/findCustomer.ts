import type { GorgiasClient } from "../../client";
import { isObject } from "../../client/json";
import { readPage } from "../../client/pages";
import { refusal } from "../../fields/inputError";
import type { Named } from "../../inputs/named";
import type { Customer } from "../../schemas/customer";
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

/** Who was found, and by what: the name of the input. */
export interface FoundCustomer {
  readonly id: number;
  readonly by: string;
}

/**
 * Looks for the one customer who has every identifier that anybody has. A phone number can be
 * several people's: by that alone it is the oldest of them.
 *
 * @param inAnyCase whether an e-mail address is looked for in capital letters, too
 * @returns undefined if nobody has any of them
 * @throws InputError where they belong to different customers, or an e-mail address or external ID to
 *   several
 */
export async function findCustomer(
  gorgias: GorgiasClient,
  { email, phoneNumber, external_id }: Identifiers,
  inAnyCase = false,
): Promise<FoundCustomer | undefined> {
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
  const isByPhoneAlone = owners.every(({ name }) => name === phoneNumber?.name);
  return theOne(owners, isByPhoneAlone);
}

/** @throws InputError where there are several */
function theOne(
  [first, ...others]: readonly Owners[],
  isByPhoneAlone: boolean,
): FoundCustomer | undefined {
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
  if (ids.length > 1 && !isByPhoneAlone) {
    const problem = `belongs to several customers: ${ids.join(", ")}. Fill in what only one of them has, or merge them first.`;
    throw refusal(first.name, problem);
  }
  return { id: Math.min(...ids), by: first.name };
}

/**
 * Refuses a customer whose own e-mail address or external ID is another than the one asked for: who
 * was found by the rest is somebody else then.
 *
 * @throws InputError by the name of what differs
 */
export function checkIsMeant(
  { id, email, external_id, channels = [] }: Customer,
  { by }: FoundCustomer,
  asked: Identifiers,
): void {
  const own = [email, ...channels.filter(({ type }) => type === "email").map((one) => one.address)];
  const isOther =
    asked.email && email && !own.some((one) => isSameAddress(one, asked.email?.value));
  const isOtherId =
    asked.external_id && external_id && String(external_id) !== asked.external_id.value;
  const differs = isOther ? asked.email : isOtherId ? asked.external_id : undefined;
  if (differs) {
    const what = isOther ? "e-mail address" : "external ID";
    throw refusal(
      differs.name,
      `is not that of customer ${id}, to whom ${by} belongs and who has another ${what}. Leave one of them out, or change the customer first.`,
    );
  }
}

function isSameAddress(one: unknown, other: unknown): boolean {
  return String(one).toLowerCase() === String(other).toLowerCase();
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
  const alike = foundIn(await gorgias.ask("/search", search)).filter((one) =>
    isSameAddress(one.email, email),
  );
  return idsIn(alike);
}

const idsByChannel = (gorgias: GorgiasClient, type: string, address: string) =>
  idsOf(gorgias, { channel_type: type, channel_address: address });

async function idsOf(
  gorgias: GorgiasClient,
  query: Readonly<Record<string, string>>,
): Promise<number[]> {
  const list = { path: "/customers", query };
  const ids: number[] = [];
  const cursors = new Set<string>();
  for (let cursor: string | undefined; ; cursors.add(cursor)) {
    const page = await readPage(gorgias, list, cursor);
    ids.push(...idsIn(page.data));
    cursor = page.meta.next_cursor ?? undefined;
    if (cursor === undefined || cursors.has(cursor)) {
      break;
    }
  }
  return ids;
}

function idsIn(customers: readonly unknown[]): number[] {
  return customers.flatMap((one) => (isObject(one) && typeof one.id === "number" ? [one.id] : []));
}
