import type { JsonObject } from "../client/json";
import { choice, toggle } from "../fields/choice";
import { type Field, field, told } from "../fields/field";
import { toObject } from "../fields/json";
import { wholeNumber } from "../fields/number";
import { text } from "../fields/text";

/** The Connection input. What it holds is checked where it is used. */
export const connection: Field<unknown> = {
  display: {
    label: "Connection",
    type: "connection",
    required: true,
    comments: "The Gorgias account to work on: an API key or an OAuth 2.0 connection.",
  },
  accepts: { type: "object" },
  read: (value) => value,
};

/** Turns the log of requests on for one step. */
export const debugRequest = toggle({
  label: "Debug Request",
  comments:
    "Writes each request and its answer to the log, with credentials hidden. Meant for finding a fault; it makes logs long.",
});

/**
 * Fields that an action has no input for.
 *
 * @param example something that this action takes: a further field, or a null that clears one
 */
export function additionalFields(example: string): Field<JsonObject | undefined> {
  return field(
    {
      label: "Additional Fields",
      type: "code",
      language: "json",
      example,
      comments:
        "A JSON object with further fields of Gorgias' API, sent as they are. They win over the other inputs. Use null to clear a field.",
    },
    toObject,
    { type: "object" },
  );
}

/** What every list can be asked for. */
export const pagination = {
  fetchAll: toggle({
    label: "Fetch All",
    comments:
      "Reads every page and returns all items at once. Cursor and Limit are ignored then; Order By and the filters are kept. It paces itself below the account's rate limit: about 200 items a second with an API key.",
  }),
  cursor: told(
    "meta.next_cursor of the page before, with all else the same.",
    text({
      label: "Cursor",
      maxLength: 512,
      example: "WyJuZXh0Il0=",
      comments:
        "Where to start: the next_cursor or prev_cursor of an earlier answer. Left blank, the list starts at its beginning. Cursors are short-lived.",
    }),
  ),
  limit: wholeNumber({
    label: "Limit",
    min: 1,
    max: 100,
    example: "100",
    comments:
      "How many items to return, 1 to 100. Left blank, Gorgias returns 30; of views and rules, 100.",
  }),
};

/** The Order By input of a list. */
export function orderBy<const V extends string>(values: readonly V[]): Field<V | undefined> {
  return told(
    "How to sort.",
    choice(values, {
      label: "Order By",
      comments: "What the list is ordered by, ascending (asc) or descending (desc).",
    }),
  );
}
