import { pathOf } from "../../client/address";
import type { JsonObject } from "../../client/json";
import { labelOf } from "../../fields/field";
import { refusal } from "../../fields/inputError";
import { changedJobFields, jobId } from "../../inputs/jobs";
import { job } from "../../schemas/job";
import { readBefore } from "../before";
import { endpoint, withAdditionalFields } from "../endpoint";
import { lackIn } from "./checkJob";
import { changedParams, givenIn } from "./params";
import { partly, REVERSED, selectionFault } from "./selection";

export const updateJob = endpoint({
  route: "PUT /jobs/{id}",
  label: "Update Job",
  description:
    "Update a job, for example one that is scheduled. What is left blank stays as it is. What the job has done already stays done.",
  guidance:
    "To stop a job, use {cancelJob}. With params, the job is read first, and its params are sent whole. Returns the job as it is afterwards.",
  inputs: { id: jobId, ...changedJobFields },
  returns: job,
  readsUnchanged: true,
  async body(rest, { id }, gorgias) {
    const { additionalFields, params: change = {} } = rest;
    const sent = withAdditionalFields(rest);
    if (sent.params === undefined && sent.type === undefined) {
      return sent;
    }
    // Nothing says that params are merged, so they are sent whole; those in Additional Fields are.
    const input = labelOf(changedJobFields.additionalFields);
    const whole = givenIn(additionalFields, input);
    const before = await readBefore(gorgias, pathOf("/jobs/{id}", { id }));
    const params = whole ?? changedParams(before.object("params"), change ?? {});
    const problem = faultIn(sent.type ?? before.part("type"), params);
    if (problem !== undefined) {
      const isInParams = whole === undefined && sent.params !== undefined;
      throw refusal(isInParams ? labelOf(changedJobFields.params) : input, problem);
    }
    return { ...sent, params };
  },
});

/** Why a job cannot have such params. */
function faultIn(type: unknown, params: JsonObject): string | undefined {
  const fault = selectionFault(type, params);
  switch (fault?.kind) {
    case "none":
    case "several":
      return "the job needs to know in one way which tickets it is about: ticket_ids, view_id, view with filters, or start_datetime with end_datetime.";
    case "part":
      return partly(fault);
    case "reversed":
      return REVERSED;
  }
  const lack = lackIn(type, params);
  return lack && `the job needs ${lack[1]}.`;
}
