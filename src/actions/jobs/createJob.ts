import { labelOf } from "../../fields/field";
import { newJobInputs } from "../../inputs/jobs";
import { job } from "../../schemas/job";
import { endpoint, withAdditionalFields } from "../endpoint";
import { checkJob } from "./checkJob";
import { paramsOf } from "./params";

export const createJob = endpoint({
  route: "POST /jobs",
  // Jobs change and delete tickets.
  destructive: true,
  label: "Create Job",
  description:
    "Start work on many tickets or macros at once, which Gorgias does in the background. deleteTicket deletes all its tickets for good, with their messages; applyMacro and updateTicket change all of theirs, and a macro can send messages to their customers; the export types make a file; importMacro adds macros.",
  directions:
    "A job changes or deletes all tickets that you select, and what it has done cannot be undone. Try it on a few Ticket IDs first.",
  guidance:
    "Make sure which tickets it is about before you start it: what is done cannot be undone, and {cancelJob} only stops the rest. Returns the job; {getJob} tells how far it is.",
  inputs: newJobInputs,
  returns: job,
  check: checkJob,
  body: ({ type, scheduled_datetime, meta, additionalFields }, values) => ({
    ...withAdditionalFields({ type, scheduled_datetime, meta, additionalFields }),
    params: paramsOf(values, labelOf(newJobInputs.additionalFields)),
  }),
});
