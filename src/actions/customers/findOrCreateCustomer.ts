import type { GorgiasClient } from "../../client";
import { pathOf } from "../../client/address";
import { jsonContent } from "../../client/content";
import { GorgiasError, OutOfTimeError } from "../../client/errors";
import { isObject, type JsonObject } from "../../client/json";
import { InputError } from "../../fields/inputError";
import { additionalFields } from "../../inputs/common";
import { customerFields, customerIdentifiers } from "../../inputs/customers";
import { type Customer, customerOrNew } from "../../schemas/customer";
import { operation } from "../action";
import { bodyWithValues } from "../customFields/wholeSet";
import { checkIsMeant, findCustomer, type Identifiers } from "./findCustomer";

/** How long a customer who must be there, and is not seen yet, is given to show. */
const PAUSE_MS = 2_000;

export const findOrCreateCustomer = operation({
  route: "POST /customers",
  label: "Find or Create Customer",
  description:
    "Find the customer with an e-mail address, a phone number or an external ID, or create one if nobody has it. Where several share a phone number and nothing else is given, it is the oldest of them; by a phone number alone, flows that run at the same moment may each create one. A customer who is found stays as they are: what is filled in beside goes to a new one only.",
  important: true,
  told: "Find the customer with an e-mail address, a phone number or an external ID, or create one.",
  guidance:
    "Safe to call again for the same person, except by phoneNumber alone at the same moment. One who is found stays as they are: for changes use {updateCustomer}. Refused where what is given belongs to different customers. Returns the customer, and created: whether it is new.",
  inputs: {
    ...customerIdentifiers,
    name: customerFields.name,
    language: customerFields.language,
    timezone: customerFields.timezone,
    note: customerFields.note,
    channels: customerFields.channels,
    meta: customerFields.meta,
    custom_fields: customerFields.custom_fields,
    additionalFields: additionalFields('{ "firstname": "Jo", "lastname": "Martin" }'),
  },
  returns: { schema: customerOrNew.schema, example: { data: customerOrNew.example } },
  check({ email, phoneNumber, external_id }, { refuse, nameOf }) {
    if (!email && !phoneNumber && !external_id) {
      const others = `${nameOf("phoneNumber")} and ${nameOf("external_id")}`;
      refuse("email", `is blank, and so are ${others}. Fill in one of the three.`);
    }
  },
  async perform(gorgias, { email, phoneNumber, external_id, ...fields }) {
    const identifiers = { email, phoneNumber, external_id };
    const known = await look(gorgias, identifiers);
    if (known !== undefined) {
      return { data: { ...known, created: false } };
    }
    const toBody = bodyWithValues<JsonObject>("Customer");
    const values = {
      ...fields,
      email: email?.value,
      external_id: external_id?.value,
      channels: withPhone(fields.channels, phoneNumber?.value),
    };
    const body = await toBody(values, undefined, gorgias);
    const request = { method: "POST", path: "/customers", content: jsonContent(body) } as const;
    let made: unknown;
    try {
      ({ body: made } = await gorgias.send(request));
    } catch (error) {
      const found = mayBeThere(error) ? await lookAgain(gorgias, identifiers) : undefined;
      if (found === undefined) {
        throw error;
      }
      const wasFaster = error instanceof GorgiasError && error.status === 409;
      return { data: { ...found, created: !wasFaster } };
    }
    if (!isCustomer(made)) {
      return { data: { ...((await lookAgain(gorgias, identifiers)) ?? unseen()), created: true } };
    }
    const oldest = email || external_id ? made : await oldestWithPhone(gorgias, identifiers, made);
    return { data: { ...oldest, created: oldest === made } };
  },
});

function isCustomer(made: unknown): made is Customer {
  return isObject(made) && typeof made.id === "number";
}

function unseen(): never {
  const request = "POST /api/customers";
  throw new GorgiasError(
    `${request}: Gorgias says that it made the customer, but neither answered with them nor lists them. Look in Gorgias before you run the step again.`,
    { request, attempts: 1 },
  );
}

/** Several flows may have made a customer at once: all of them go on with the same one. */
async function oldestWithPhone(
  gorgias: GorgiasClient,
  { phoneNumber }: Identifiers,
  made: Customer,
): Promise<Customer> {
  const nothing = { email: undefined, external_id: undefined };
  const oldest = await lookOnce(gorgias, { ...nothing, phoneNumber });
  if (oldest === undefined || oldest.id >= made.id) {
    return made;
  }
  gorgias.logger.warn(
    `Customer ${oldest.id} has the same phone number and is older: the step answers that one. Customer ${made.id}, made just now, is left; merge them.`,
  );
  return oldest;
}

type Channel = Record<string, unknown> & { readonly type: string; readonly address: string };

function withPhone(channels: readonly Channel[] = [], phone?: string): Channel[] | undefined {
  const isThere = channels.some(({ type, address }) => type === "phone" && address === phone);
  const all = [
    ...channels,
    ...(phone === undefined || isThere ? [] : [{ type: "phone", address: phone }]),
  ];
  return all.length > 0 ? all : undefined;
}

/**
 * Whether the customer may be there although creating one failed: somebody else was faster (409), or
 * nobody knows whether Gorgias did it.
 */
function mayBeThere(error: unknown): boolean {
  if (!(error instanceof GorgiasError) || error instanceof OutOfTimeError) {
    return false;
  }
  const { status = 500 } = error;
  return status === 409 || status === 408 || status >= 500 || status < 300;
}

/**
 * Looks twice, some seconds apart: each look counts on its own.
 *
 * @returns undefined also when looking fails: what went wrong before is told then
 */
async function lookAgain(
  gorgias: GorgiasClient,
  identifiers: Identifiers,
): Promise<Customer | undefined> {
  const found = await lookOnce(gorgias, identifiers);
  return found === undefined && (await gorgias.wait(PAUSE_MS))
    ? lookOnce(gorgias, identifiers)
    : found;
}

/** @throws InputError where the customer is not the one who is meant */
async function lookOnce(
  gorgias: GorgiasClient,
  identifiers: Identifiers,
): Promise<Customer | undefined> {
  try {
    return await look(gorgias, identifiers, true);
  } catch (error) {
    if (error instanceof InputError) {
      throw error;
    }
    return undefined;
  }
}

/** @throws InputError where the customer is not the one who is meant */
async function look(
  gorgias: GorgiasClient,
  identifiers: Identifiers,
  inAnyCase = false,
): Promise<Customer | undefined> {
  const found = await findCustomer(gorgias, identifiers, inAnyCase);
  if (found === undefined) {
    return undefined;
  }
  const customer = await gorgias.get<Customer>(pathOf("/customers/{id}", { id: found.id }));
  checkIsMeant(customer, found, identifiers);
  return customer;
}
