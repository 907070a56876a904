import * as z from "zod/mini";
import { visible } from "../client/trimmed";
import { EMAIL, emailIn, TIDY } from "../fields/text";

/**
 * What JSON inputs must look like, as far as Gorgias requires it. Every shape lets further fields
 * pass, because Gorgias adds some every month.
 */

/** Somebody, by id or e-mail address. */
const person = () =>
  z.looseObject({
    id: z.nullish(z.int()),
    email: z.nullish(z.string().check(z.refine(isEmail, EMAIL))),
  });

/** An e-mail address, a phone number or whatever else a channel has. */
const anyAddress = () => z.string().check(z.refine((given) => visible(given) === given, TIDY));

/** Where a message goes. */
const address = () =>
  z.looseObject({ address: z.nullable(anyAddress()), name: z.nullish(z.string()) });

/** Where it comes from: answers have a name alone, or nothing at all, where there is no address. */
const origin = () =>
  z
    .looseObject({ address: z.nullish(anyAddress()), name: z.nullish(z.string()) })
    .check(({ value, issues }) => {
      const others = Object.keys(value).filter((key) => !["id", "name"].includes(key));
      if (value.address === undefined && others.length > 0) {
        const path = ["address"];
        issues.push({ code: "invalid_type", expected: "string", input: undefined, path });
      }
    });

const addresses = () => z.nullish(z.array(address()));

/** How a message was routed. */
export const messageSource = () =>
  z
    .looseObject({
      type: z.nullish(z.string()),
      from: z.nullish(origin()),
      to: addresses(),
      cc: addresses(),
      bcc: addresses(),
    })
    .check(({ value: { type, from, ...others }, issues }) => {
      const lists = (["to", "cc", "bcc"] as const).flatMap((key) =>
        (others[key] ?? []).map((one, index) => ({ given: one.address, path: [key, index] })),
      );
      for (const { given, path } of [{ given: from?.address, path: ["from"] }, ...lists]) {
        if (type === "email" && given && !isEmail(given)) {
          issues.push(noEmail(given, [...path, "address"]));
        }
      }
    });

function isEmail(given: string): boolean {
  return emailIn(given) === given;
}

function noEmail(input: unknown, path: PropertyKey[]) {
  return { code: "custom" as const, input, path, message: EMAIL };
}

/** What an upload answered. */
export const attachments = () => z.array(z.looseObject({ url: z.string() }));

/** Macros by their ids. */
export const macroReferences = () => z.array(z.looseObject({ id: z.int().check(z.minimum(1)) }));

/** A message of a new ticket; Gorgias fills in a missing via (docs/gorgias-api.md, "Writes"). */
const ticketMessage = () =>
  z.looseObject({
    channel: z.string(),
    via: z.nullish(z.string()),
    from_agent: z.boolean(),
    public: z.nullish(z.boolean()),
    sender: z.nullish(person()),
    receiver: z.nullish(person()),
    source: z.nullish(messageSource()),
    subject: z.nullish(z.string()),
    body_text: z.nullish(z.string()),
    body_html: z.nullish(z.string()),
    external_id: z.nullish(z.string()),
    message_id: z.nullish(z.string()),
    attachments: z.nullish(attachments()),
  });

/** The messages of a new ticket: 1 to 500. */
export const ticketMessages = () =>
  z.array(ticketMessage()).check(z.minLength(1), z.maxLength(500));

/** The ways to reach a customer. */
export const customerChannels = () =>
  z.array(
    z
      .looseObject({
        type: z.string(),
        address: anyAddress(),
        preferred: z.nullish(z.boolean()),
      })
      .check(({ value: { type, address }, issues }) => {
        if (type === "email" && !isEmail(address)) {
          issues.push(noEmail(address, ["address"]));
        }
      }),
  );

/** Values of custom fields by the field's id. */
export const customFieldValues = () =>
  z.array(z.looseObject({ id: z.int().check(z.minimum(1)), value: z.unknown() }));

/** Structured information of one's own. */
export const freeForm = () => z.record(z.string(), z.unknown());

/** How a custom field is filled in (docs/gorgias-api.md, "Custom fields"). */
export const fieldDefinition = () =>
  z.looseObject({ data_type: z.string(), input_settings: inputSettings() });

/** The bounds of a number can come back as text. */
const inputSettings = () =>
  z.looseObject({ min: z.nullish(z.number()), max: z.nullish(z.number()) });

/** Changes to custom fields, by the field's id. */
export const fieldChanges = () =>
  z
    .array(
      z.looseObject({
        id: z.int().check(z.minimum(1)),
        label: z.nullish(z.string()),
        priority: z.nullish(z.int()),
        required: z.nullish(z.boolean()),
        definition: z.nullish(z.looseObject({ input_settings: z.nullish(inputSettings()) })),
      }),
    )
    .check(z.minLength(1));

/** A report's question, or a part of it (docs/gorgias-api.md, "Statistics"). */
export const reportQuery = () =>
  z.looseObject({
    scope: z.nullish(z.string()),
    filters: z.nullish(z.array(z.record(z.string(), z.unknown()))),
    timezone: z.nullish(z.string()),
  });

/** What a legacy statistic counts (docs/gorgias-api.md, "Statistics"). */
export const statisticFilters = () =>
  z.looseObject({
    period: z.looseObject({ start_datetime: z.string(), end_datetime: z.string() }),
  });
