import type { GorgiasClient } from "../../client";
import { pathOf } from "../../client/address";
import { jsonContent } from "../../client/content";
import { GorgiasError, OutOfTimeError } from "../../client/errors";
import { isObject, type JsonObject } from "../../client/json";
import { additionalFields } from "../../inputs/common";
import { customerFields, customerIdentifiers } from "../../inputs/customers";
import { type Customer, customerOrNew } from "../../schemas/customer";
import { operation } from "../action";
import { bodyWithValues } from "../customFields/wholeSet";
import { findCustomer, type Identifiers } from "./findCustomer";

/** How long a customer who must be there, and is not seen yet, is given to show. */
const PAUSE_MS = 2_000;

export const findOrCreateCustomer = operation({
  route: "POST /customers",
  label: "Find or Create Customer",
  description:
    "Find the customer with an e-mail address, a phone number or an external ID, or create one where there is none. A customer who is found stays as they are: what is filled in beside goes to a new one only.",
  guidance:
    "Safe to use for the same person twice, or from several flows at once. Returns the customer with its id, and created: whether it is new. To change one who was found, use {updateCustomer}.",
  inputs: {
    ...customerIdentifiers,
    name: customerFields.name,
    language: customerFields.language,
    timezone: customerFields.timezone,
    note: customerFields.note,
    channels: customerFields.channels,
    meta: customerFields.meta,
    custom_fields: customerFields.custom_fields,
    additionalFields,
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
    const known = await findCustomer(gorgias, identifiers);
    if (known !== undefined) {
      return { data: { ...(await read(gorgias, known)), created: false } };
    }
    const toBody = bodyWithValues<JsonObject>("Customer");
    const values = {
      ...fields,
      email: email?.value,
      external_id: external_id?.value,
      channels: withPhone(fields.channels, phoneNumber?.value),
    };
    const body = await toBody(values, undefined, gorgias);
    try {
      const content = jsonContent(body);
      const { body: made } = await gorgias.send({ method: "POST", path: "/customers", content });
      const whole = isObject(made) ? (made as Customer) : await lookAgain(gorgias, identifiers);
      return { data: { ...(whole as Customer), created: true } };
    } catch (error) {
      const found = mayBeThere(error) ? await lookAgain(gorgias, identifiers) : undefined;
      if (found === undefined) {
        throw error;
      }
      const wasFaster = error instanceof GorgiasError && error.status === 409;
      return { data: { ...found, created: !wasFaster } };
    }
  },
});

function read(gorgias: GorgiasClient, id: number): Promise<Customer> {
  return gorgias.get<Customer>(pathOf("/customers/{id}", { id }));
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

/** @returns undefined also when looking fails: what went wrong before is what is told then */
async function lookAgain(
  gorgias: GorgiasClient,
  identifiers: Identifiers,
): Promise<Customer | undefined> {
  try {
    let id = await findCustomer(gorgias, identifiers, true);
    if (id === undefined && (await gorgias.wait(PAUSE_MS))) {
      id = await findCustomer(gorgias, identifiers, true);
    }
    return id === undefined ? undefined : await read(gorgias, id);
  } catch {
    return undefined;
  }
}
