import { operations } from "./operations";
import { otherWays } from "./otherWays";

/** Inputs that no tool offers: a list is turned page by page, and free text has no schema. */
const NEVER: readonly string[] = ["fetchAll", "additionalFields"];

/** Where an action takes the same in two ways, the one that a tool does not offer. */
const OTHER_WAYS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(otherWays).map(([key, { inputs }]) => [key, inputs]),
);

/** The same where the other one cannot always be said in the tool's arguments. */
const UNSAID: Readonly<Record<string, readonly string[]>> = {
  createTicket: ["messages"],
  createTicketMessage: ["source"],
  listCustomers: ["id"],
  listViewItems: ["direction", "ignored_item"],
  searchViewItems: ["view", "direction", "ignored_item"],
  createTag: ["decoration"],
  updateTag: ["decoration"],
  createTeam: ["decoration"],
  updateTeam: ["decoration"],
  createRule: ["code_ast"],
  updateRule: ["code_ast"],
  createJob: ["updates"],
  createIntegration: ["http"],
  updateIntegration: ["http"],
  rawRequest: ["formData", "fileData", "fileDataFileNames"],
};

/** Dates that Gorgias sets itself. */
const TICKET_DATES = [
  ...["closed_datetime", "opened_datetime", "updated_datetime"],
  ...["last_message_datetime", "last_received_message_datetime"],
];

/** What Gorgias sets itself, and only somebody says who brings old data along from another system. */
const OF_IMPORTS: Readonly<Record<string, readonly string[]>> = {
  createTicket: ["via", "created_datetime", "trashed_datetime", ...TICKET_DATES],
  updateTicket: ["via", "channel", "from_agent", ...TICKET_DATES],
  createTicketMessage: [
    ...["stripped_text", "stripped_html", "stripped_signature", "last_sending_error"],
    ...["created_datetime", "opened_datetime", "failed_datetime", "deleted_datetime"],
    ...["headers", "message_id", "macros", "action"],
  ],
  updateTicketMessage: [
    ...["via", "source", "headers", "message_id", "integration_id"],
    ...["sent_datetime", "failed_datetime"],
  ],
};

/** What Gorgias ignores. */
const IGNORED: Readonly<Record<string, readonly string[]>> = {
  mergeCustomers: [
    ...["name", "email", "external_id", "language", "timezone"],
    ...["note", "channels", "meta"],
  ],
};

/** How a request travels, which is the server's own affair. */
const OF_HOSTS: Readonly<Record<string, readonly string[]>> = {
  rawRequest: [
    ...["headers", "responseType", "timeout", "retryDelayMS", "retryAllErrors"],
    ...["maxRetries", "useExponentialBackoff"],
  ],
  exportList: ["byteOrderMark"],
};

/** The inputs that tools do not offer, by action, each for one of these reasons. */
export const NOT_OFFERED: readonly Readonly<Record<string, readonly string[]>>[] = [
  OTHER_WAYS,
  UNSAID,
  OF_IMPORTS,
  IGNORED,
  OF_HOSTS,
];

/** What a form can say in another way, which no tool offers: without these there is no call. */
const ONLY_WAYS: Readonly<Record<string, readonly string[]>> = {
  createTicket: ["customer"],
  updateTicketCustomFields: ["custom_fields"],
  updateCustomerCustomFieldValues: ["custom_fields"],
  updateRulesPriorities: ["priorities"],
};

/** Whether a tool of an action needs an input that its form can do without. */
export function isOnlyWay(key: string, input: string): boolean {
  return ONLY_WAYS[key]?.includes(input) === true;
}

/**
 * The inputs of an action that a tool offers as arguments.
 *
 * @param key the action's key
 * @returns their keys, in the order of the inputs
 * @throws Error for an action that does not exist
 */
export function argumentsFor(key: string): readonly string[] {
  const action = operations[key];
  if (!action) {
    throw new Error(`There is no action ${key}.`);
  }
  const left = [...NEVER, ...NOT_OFFERED.flatMap((reason) => reason[key] ?? [])];
  return Object.keys(action.inputs).filter((input) => !left.includes(input));
}
