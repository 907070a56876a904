import * as z from "zod/mini";

/**
 * What JSON inputs must look like, as far as Gorgias requires it. Every shape lets further fields
 * pass, because Gorgias adds some every month.
 */

/** A message of a new ticket; Gorgias fills in a missing via (docs/gorgias-api.md, "Writes"). */
const ticketMessage = () =>
  z.looseObject({ channel: z.string(), via: z.optional(z.string()), from_agent: z.boolean() });

/** The messages of a new ticket: 1 to 500. */
export const ticketMessages = () =>
  z.array(ticketMessage()).check(z.minLength(1), z.maxLength(500));

const address = () => z.looseObject({ address: z.string() });

/** How a message was routed. */
export const messageSource = () =>
  z.looseObject({
    type: z.optional(z.string()),
    from: z.optional(address()),
    to: z.optional(z.array(address())),
    cc: z.optional(z.array(address())),
    bcc: z.optional(z.array(address())),
  });

/** What an upload answered. */
export const attachments = () => z.array(z.looseObject({ url: z.string() }));

/** The ways to reach a customer. */
export const customerChannels = () =>
  z.array(
    z.looseObject({
      type: z.string(),
      address: z.string(),
      preferred: z.optional(z.boolean()),
    }),
  );

/** Values of custom fields by the field's id. */
export const customFieldValues = () =>
  z.array(z.looseObject({ id: z.int().check(z.minimum(1)), value: z.unknown() }));

/** Structured information of one's own. */
export const freeForm = () => z.record(z.string(), z.unknown());

/** Any JSON value. */
export const anything = () => z.unknown();

/** How a custom field is filled in (docs/gorgias-api.md, "Custom fields"). */
export const fieldDefinition = () =>
  z.looseObject({ data_type: z.string(), input_settings: z.record(z.string(), z.unknown()) });

/** Changes to custom fields, by the field's id. */
export const fieldChanges = () =>
  z.array(z.looseObject({ id: z.int().check(z.minimum(1)) })).check(z.minLength(1));

/** A report's question (docs/gorgias-api.md, "Statistics"). */
export const reportQuery = () =>
  z.looseObject({
    scope: z.string(),
    filters: z.array(z.record(z.string(), z.unknown())),
    timezone: z.string(),
  });

/** What a legacy statistic counts (docs/gorgias-api.md, "Statistics"). */
export const statisticFilters = () =>
  z.looseObject({
    period: z.looseObject({ start_datetime: z.string(), end_datetime: z.string() }),
  });
