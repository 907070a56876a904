import { fieldBody } from "../../actions/customFields/fieldBody";
import { eventQuery } from "../../actions/events/period";
import { questionOf } from "../../actions/statistics/question";
import { isObject } from "../../client/json";
import type { Fields } from "../../fields/field";
import { readInputs } from "../../fields/readInputs";
import { eventFilters } from "../../inputs/events";
import { definitionInputs } from "../../inputs/fieldDefinitions";
import { attachmentUrl, fileAddressParts } from "../../inputs/files";
import { rulePriorities } from "../../inputs/rules";
import { reportQuestion } from "../../inputs/statistics";
import { ticketFields } from "../../inputs/tickets";

/** What the inputs of a form hold, by key. */
type Held = Readonly<Record<string, unknown>>;

/** Inputs that a tool does not offer because its arguments say the same. */
export interface OtherWay {
  readonly inputs: readonly string[];
  /** Inputs that the tool offers and that are read together with these. */
  readonly beside?: readonly string[];
  /**
   * What a form says in all of them, as arguments; undefined where these are files, which only
   * those can write who have them.
   *
   * @throws InputError for what is not filled in as it has to be
   */
  readonly toArguments?: (values: Held) => Promise<Held>;
}

function read<F extends Fields>(fields: F, values: Held) {
  return readInputs(fields, values, { mask: (text) => text });
}

const FIELD_ROWS: OtherWay = {
  inputs: ["customFieldValues"],
  toArguments: async ({ customFieldValues: rows }) => ({
    custom_fields: (Array.isArray(rows) ? rows : [])
      .filter(isObject)
      .map(({ key, value }) => ({ id: Number(key), value })),
  }),
};

const DEFINITION: OtherWay = {
  inputs: Object.keys(definitionInputs).filter((key) => key !== "definition"),
  beside: ["definition"],
  async toArguments(values) {
    const { definition } = fieldBody(await read(definitionInputs, values));
    return { definition };
  },
};

const { assignee_user_id } = ticketFields;

const ASSIGNEE: OtherWay = {
  inputs: ["assignee_user_id"],
  async toArguments(values) {
    const { assignee_user_id: assignee_user } = await read({ assignee_user_id }, values);
    return { assignee_user };
  },
};

const EVENT_PERIOD = {
  createdAfter: eventFilters.createdAfter,
  createdBefore: eventFilters.createdBefore,
  created_datetime: eventFilters.created_datetime,
};

/** By action. */
export const otherWays: Readonly<Record<string, OtherWay>> = {
  createTicket: ASSIGNEE,
  updateTicket: ASSIGNEE,
  createCustomField: DEFINITION,
  updateCustomField: DEFINITION,
  updateTicketCustomFields: FIELD_ROWS,
  updateCustomerCustomFieldValues: FIELD_ROWS,
  updateRulesPriorities: {
    inputs: ["rulePriorities"],
    async toArguments(values) {
      const { rulePriorities: priorities } = await read(rulePriorities, values);
      return { priorities };
    },
  },
  listEvents: {
    inputs: ["createdAfter", "createdBefore"],
    beside: ["created_datetime"],
    async toArguments(values) {
      const period = await read(EVENT_PERIOD, values);
      const unsaid = { types: undefined, object_id: undefined, object_type: undefined };
      const { created_datetime } = eventQuery({ ...period, ...unsaid, user_ids: undefined });
      return { created_datetime };
    },
  },
  uploadFiles: { inputs: ["fileName", "files"], beside: ["file"] },
  downloadFile: {
    inputs: ["attachmentUrl"],
    beside: Object.keys(fileAddressParts),
    async toArguments(values) {
      const { attachmentUrl: address, ...parts } = await read(
        { attachmentUrl, ...fileAddressParts },
        values,
      );
      const { file_type = address?.file_type ?? "attachment" } = parts;
      return { ...parts, ...address, file_type };
    },
  },
  getReportingStatistic: {
    inputs: Object.keys(reportQuestion).filter((key) => key !== "query"),
    beside: ["query"],
    toArguments: async (values) => ({ query: questionOf(await read(reportQuestion, values)) }),
  },
};
