import { choice, yesNo } from "../fields/choice";
import { datetime } from "../fields/datetime";
import { clearable, required, told } from "../fields/field";
import { json } from "../fields/json";
import { ids } from "../fields/list";
import { id } from "../fields/number";
import { reference } from "../fields/reference";
import { text } from "../fields/text";
import { JOB_STATUSES, JOB_TYPES } from "../schemas/job";
import { TICKET_PRIORITIES, TICKET_STATUSES } from "../schemas/ticket";
import { additionalFields } from "./common";
import { paramsInput } from "./jobParams";
import { freeForm } from "./shapes";
import { tagNames } from "./tags";

/** The job to read, change or cancel. */
export const jobId = required(
  id({
    label: "Job ID",
    dataSource: "selectJob",
    example: "1551829",
    comments: "The ID of the job.",
  }),
);

const jobType = required(
  choice(JOB_TYPES, {
    label: "Type",
    example: "exportMacro",
    comments:
      "What the job does. applyMacro, updateTicket, deleteTicket and exportTicket are about tickets: say which in exactly one of Ticket IDs, View ID, Filters, and Start Datetime with End Datetime.",
  }),
);

/** The tickets that a job is about, in one of several ways (docs/gorgias-api.md, "Jobs"). */
export const ticketSelection = {
  ticket_ids: ids({
    label: "Ticket IDs",
    dataSource: "selectTicket",
    example: "153006867",
    comments: "The tickets that the job is about: their IDs.",
  }),
  view_id: id({
    label: "View ID",
    dataSource: "selectView",
    example: "900209",
    comments: "The tickets that the job is about: all that this view shows.",
  }),
  filters: text({
    label: "Filters",
    long: true,
    example: 'eq(ticket.status, "closed")',
    comments:
      'The tickets that the job is about: all that fit these filters, written as in a view, for example eq(ticket.status, "closed") && eq(ticket.channel, "email").',
  }),
  start_datetime: datetime({
    label: "Start Datetime",
    comments: "The tickets that the job is about: those of a period that begins here.",
  }),
  end_datetime: datetime({
    label: "End Datetime",
    example: "2026-04-01T00:00:00Z",
    comments: "The end of the period that Start Datetime begins.",
  }),
};

/** Jobs take names alone (docs/gorgias-api.md, "Jobs"). */
const tags = tagNames({
  label: "Tags",
  example: "shipping",
  comments:
    "For updateTicket: the names of the tags that the tickets get. Gorgias doesn't document whether they replace those that are there.",
});

/** What an updateTicket job changes: as a form, and as JSON. */
export const ticketUpdates = {
  status: choice(TICKET_STATUSES, {
    label: "Status",
    comments: "For updateTicket: opens or closes the tickets. Left blank, it stays as it is.",
  }),
  priority: choice(TICKET_PRIORITIES, {
    label: "Priority",
    comments: "For updateTicket: how urgent the tickets become. Left blank, it stays as it is.",
  }),
  tags,
  assignee_user: reference({
    label: "Assignee User",
    dataSource: "selectUser",
    byEmail: false,
    example: "400746608",
    comments:
      "For updateTicket: the agent to assign, as the user's ID or JSON. The word null unassigns.",
  }),
  trashed_datetime: datetime({
    label: "Trashed Datetime",
    comments: "For updateTicket: when the tickets were moved to the trash. It moves them there.",
  }),
  updates: json(freeForm, {
    label: "Updates",
    example: '{ "status": "closed", "tags": ["shipping"] }',
    comments:
      "For updateTicket: all that changes, as a JSON object in Gorgias' words. It wins over the other inputs.",
  }),
};

/** What jobs of one kind or another need besides. */
export const jobSettings = {
  macro_id: id({
    label: "Macro ID",
    dataSource: "selectMacro",
    example: "374718",
    comments: "For applyMacro: the macro to apply to the tickets.",
  }),
  apply_and_close: yesNo({
    label: "Apply and Close",
    comments: "For applyMacro: whether the tickets are closed as well.",
  }),
  url: text({
    label: "URL",
    isAddress: true,
    example: "https://uploads.gorgias.io/Hna8/macros.csv",
    comments: "For importMacro: the address of the CSV file, which Upload Files answers.",
  }),
};

const scheduledDatetime = datetime({
  label: "Scheduled Datetime",
  example: "2027-03-01T09:30:00Z",
  comments:
    "When the job is to begin: at most 60 minutes from now, or Gorgias refuses it. Left blank on a new job, it begins as soon as it can.",
});

/** What a new job needs, as JSON. */
export const jobParams = told(
  "Further params of the job, in Gorgias' words. They win over the other arguments.",
  paramsInput({
    example: '{ "ticket_ids": [153006867] }',
    comments:
      "Further params of the job, as a JSON object in Gorgias' words. They win over the other inputs. The example goes with exportTicket.",
  }),
);

const meta = json(freeForm, {
  label: "Meta",
  example: '{ "reason": "Clean-up" }',
  comments: "Structured information of your own about the job, as a JSON object.",
});

const newJobFields = {
  params: jobParams,
  meta,
  scheduled_datetime: scheduledDatetime,
  additionalFields: additionalFields('{ "meta": { "reason": "Clean-up" } }'),
};

/** What can be changed on a job. */
export const changedJobFields = {
  status: choice(JOB_STATUSES, {
    label: "Status",
    example: "canceled",
    comments: "How far the job is. To cancel a job, use Cancel Job.",
  }),
  params: paramsInput({
    example: '{ "apply_and_close": true }',
    comments:
      "What changes in the job's params, as a JSON object. What it leaves out stays as it is, in view and updates too; another way to say which tickets takes the place of the old one.",
  }),
  meta: clearable(meta),
  scheduled_datetime: clearable(scheduledDatetime),
  additionalFields: additionalFields('{ "meta": null }'),
};

/** What a list of jobs can be filtered by. */
export const jobFilters = {
  status: choice(JOB_STATUSES, { label: "Status", comments: "Only jobs that are this far." }),
  type: choice(JOB_TYPES, { label: "Type", comments: "Only jobs that do this." }),
};

/** The inputs of a new job. */
export const newJobInputs = {
  type: jobType,
  ...ticketSelection,
  ...jobSettings,
  ...ticketUpdates,
  ...newJobFields,
};
