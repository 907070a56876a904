import { fieldBody } from "../../../../src/actions/customFields/fieldBody";
import { eventQuery } from "../../../../src/actions/events/period";
import { questionOf } from "../../../../src/actions/statistics/question";
import type { Fields } from "../../../../src/fields/field";
import { InputError } from "../../../../src/fields/inputError";
import { readInputs } from "../../../../src/fields/readInputs";
import { eventFilters } from "../../../../src/inputs/events";
import { definitionInputs } from "../../../../src/inputs/fieldDefinitions";
import { attachmentUrl, fileAddressParts } from "../../../../src/inputs/files";
import { rulePriorities } from "../../../../src/inputs/rules";
import { reportQuestion } from "../../../../src/inputs/statistics";
import { ticketFields } from "../../../../src/inputs/tickets";
import type { Given, Tool } from "../../../../src/mcp/tools/tool";
import type { InputValues } from "../../../messages";
import { areRows, type Filled } from "../filled";
import { uploadOf } from "./upload";

/** What a form says in inputs that no tool takes, as the arguments that say the same. */
export interface OtherWay {
  readonly arguments: Given;
  /** The keys of the inputs that these stand for. */
  readonly stoodFor: readonly string[];
  readonly notes: readonly string[];
}

/** How inputs become arguments. */
interface Way {
  /** The keys of the inputs. */
  readonly from: readonly string[];
  /** @throws InputError for what is not filled in as it has to be */
  readonly to: (values: InputValues) => Promise<Given>;
}

const NOTHING: OtherWay = { arguments: {}, stoodFor: [], notes: [] };

/**
 * @param key the action's
 * @param filled all inputs of the form
 */
export async function otherWayOf(
  key: string,
  { parameters }: Tool,
  filled: readonly Filled[],
): Promise<OtherWay> {
  if (key === "uploadFiles") {
    return { ...uploadOf(filled), stoodFor: ["file", "fileName", "files"] };
  }
  const way = WAYS[key];
  const held = filled.filter(({ input, isBlank }) => way?.from.includes(input.key) && !isBlank);
  const taken = parameters.map(({ input }) => input);
  if (!way || held.every(({ input }) => taken.includes(input.key))) {
    return NOTHING;
  }
  try {
    const values = Object.fromEntries(held.map(({ input, value }) => [input.key, value]));
    return { arguments: await way.to(values), stoodFor: way.from, notes: [] };
  } catch (error) {
    if (error instanceof InputError) {
      return { arguments: {}, stoodFor: way.from, notes: [`Not complete: ${error.message}`] };
    }
    throw error;
  }
}

function read<F extends Fields>(fields: F, values: InputValues) {
  return readInputs(fields, values, { mask: (text) => text });
}

const FIELD_ROWS: Way = {
  from: ["customFieldValues"],
  to: async ({ customFieldValues: rows }) => ({
    custom_fields: areRows(rows) ? rows.map(({ key, value }) => ({ id: Number(key), value })) : [],
  }),
};

const DEFINITION: Way = {
  from: Object.keys(definitionInputs),
  async to(values) {
    const { definition } = fieldBody(await read(definitionInputs, values));
    return { definition };
  },
};

const { assignee_user_id } = ticketFields;

const ASSIGNEE: Way = {
  from: ["assignee_user_id"],
  async to(values) {
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
const WAYS: Readonly<Record<string, Way>> = {
  createTicket: ASSIGNEE,
  updateTicket: ASSIGNEE,
  createCustomField: DEFINITION,
  updateCustomField: DEFINITION,
  updateTicketCustomFields: FIELD_ROWS,
  updateCustomerCustomFieldValues: FIELD_ROWS,
  updateRulesPriorities: {
    from: ["rulePriorities"],
    async to(values) {
      const { rulePriorities: priorities } = await read(rulePriorities, values);
      return { priorities };
    },
  },
  listEvents: {
    from: Object.keys(EVENT_PERIOD),
    async to(values) {
      const period = await read(EVENT_PERIOD, values);
      const unsaid = { types: undefined, object_id: undefined, object_type: undefined };
      const { created_datetime } = eventQuery({ ...period, ...unsaid, user_ids: undefined });
      return { created_datetime };
    },
  },
  downloadFile: {
    from: ["attachmentUrl", ...Object.keys(fileAddressParts)],
    async to(values) {
      const { attachmentUrl: address, ...parts } = await read(
        { attachmentUrl, ...fileAddressParts },
        values,
      );
      const { file_type = address?.file_type ?? "attachment" } = parts;
      return { ...parts, ...address, file_type };
    },
  },
  getReportingStatistic: {
    from: Object.keys(reportQuestion),
    to: async (values) => ({ query: questionOf(await read(reportQuestion, values)) }),
  },
};
