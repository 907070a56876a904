import { pathOf } from "../../client/address";
import { isObject } from "../../client/json";
import { labelOf } from "../../fields/field";
import { refusal } from "../../fields/inputError";
import { changedJobFields, jobId } from "../../inputs/jobs";
import { job } from "../../schemas/job";
import { readBefore } from "../before";
import { endpoint, withAdditionalFields } from "../endpoint";
import { isAboutTickets } from "./checkJob";
import { changedParams, waysIn } from "./params";

export const updateJob = endpoint({
  route: "PUT /jobs/{id}",
  label: "Update Job",
  description:
    "Update a job, for example one that is scheduled. What is left blank stays as it is. What the job has done already stays done.",
  guidance:
    "To stop a job, use {cancelJob}. With params, the job is read first, and its params are sent whole. Returns the job as it is afterwards.",
  inputs: { id: jobId, ...changedJobFields },
  returns: job,
  async body(rest, { id }, gorgias) {
    const sent = withAdditionalFields(rest);
    if (sent.params === undefined) {
      return sent;
    }
    const before = await readBefore(gorgias, pathOf("/jobs/{id}", { id }));
    // Nothing says that params are merged; what stands in Additional Fields is sent as it is.
    const params =
      rest.additionalFields?.params === undefined && rest.params
        ? changedParams(before.object("params"), rest.params)
        : sent.params;
    const ways = waysIn(isObject(params) ? params : {});
    if (isAboutTickets(before.part("type")) && ways.length !== 1) {
      throw refusal(
        labelOf(rest.params ? changedJobFields.params : changedJobFields.additionalFields),
        "the job needs to know in one way which tickets it is about: ticket_ids, view_id, view with filters, or start_datetime with end_datetime.",
      );
    }
    return { ...sent, params };
  },
});
