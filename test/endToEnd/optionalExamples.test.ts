import { type Sandbox, startSandbox } from "../../sandbox";
import {
  component,
  examples,
  filledIn,
  type Given,
  inputsOf,
  runOn,
  starred,
} from "../support/forms";

const ofTickets = { type: "exportTicket" };
const ofMacros = { ...examples("createJob", "ticket_ids", "macro_id"), type: "applyMacro" };
const ofUpdates = { ...examples("createJob", "ticket_ids"), type: "updateTicket" };
const allParts = examples("downloadFile", "file_type", "domain_hash", "resource_name");

/** What an action, or one of its inputs, needs beside the starred inputs. */
const BESIDE: Readonly<Record<string, Given>> = {
  addInternalNote: examples("addInternalNote", "text"),
  "createCustomField.choices": { dataType: "text" },
  "createCustomField.placeholder": { dataType: "text" },
  "createCustomField.min": { dataType: "number" },
  "createCustomField.max": { dataType: "number" },
  "createJob.ticket_ids": ofTickets,
  "createJob.view_id": ofTickets,
  "createJob.filters": ofTickets,
  "createJob.start_datetime": { ...ofTickets, ...examples("createJob", "end_datetime") },
  "createJob.end_datetime": { ...ofTickets, ...examples("createJob", "start_datetime") },
  "createJob.params": ofTickets,
  "createJob.macro_id": ofMacros,
  "createJob.apply_and_close": ofMacros,
  "createJob.url": { type: "importMacro" },
  "createJob.status": ofUpdates,
  "createJob.priority": ofUpdates,
  "createJob.tags": ofUpdates,
  "createJob.assignee_user": ofUpdates,
  "createJob.trashed_datetime": ofUpdates,
  "createJob.updates": ofUpdates,
  "downloadFile.file_type": allParts,
  "downloadFile.domain_hash": allParts,
  "downloadFile.resource_name": allParts,
  findOrCreateCustomer: examples("findOrCreateCustomer", "email"),
  "getReportingStatistic.timeDimension": { granularity: "day" },
  "listEvents.object_type": examples("listEvents", "object_id"),
  replyToTicket: examples("replyToTicket", "text"),
  // The macro's own text has to do.
  "replyToTicket.macro_id": {},
  "snoozeTicket.snoozeUnit": examples("snoozeTicket", "snoozeFor"),
  "updateCustomField.choices": { dataType: "text" },
  "updateCustomField.placeholder": { dataType: "text" },
  "updateCustomField.min": { dataType: "number" },
  "updateCustomField.max": { dataType: "number" },
  "updateUser.email": examples("updateUser", "password_confirmation"),
  "updateUser.new_password": examples("updateUser", "old_password"),
  uploadFiles: examples("uploadFiles", "file"),
};

/** Examples that work nowhere as they stand: why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  "createJob.scheduled_datetime": "Gorgias takes the next 60 minutes alone",
  "updateJob.scheduled_datetime": "Gorgias takes the next 60 minutes alone",
};

const cases = Object.keys(component.actions).flatMap((key) =>
  inputsOf(key)
    // A cursor is one that an earlier answer had.
    .filter(({ key, required, type }) => !required && type !== "boolean" && key !== "cursor")
    .map((input) => ({ key, input, name: `${key}.${input.key}` })),
);

let sandbox: Sandbox;
const open = async () => {
  sandbox = await startSandbox({ tickets: 30, rateLimit: false });
  process.env.GORGIAS_BASE_URL = sandbox.url;
};
beforeAll(open);
afterAll(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await sandbox.close();
});

function run({ key, input }: (typeof cases)[number]): Promise<unknown> {
  const beside = BESIDE[`${key}.${input.key}`] ?? BESIDE[key];
  return runOn(sandbox, key, { ...starred(key), ...beside, ...filledIn(input) });
}

// What only read leaves the account as it was for the next one.
afterEach(async () => {
  if (sandbox.requests.some(({ method }) => method !== "GET")) {
    await sandbox.close();
    await open();
  }
});

it.each(cases.filter(({ name }) => !(name in EXCEPTIONS)))(
  "$name takes its example on top of the starred inputs",
  async (one) => {
    expect(await run(one)).not.toBeUndefined();
  },
);

it.each(cases.filter(({ name }) => name in EXCEPTIONS))("$name cannot take it", async (one) => {
  await expect(run(one)).rejects.toThrow("400");
});
