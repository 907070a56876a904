import { jobId } from "../../inputs/jobs";
import { job } from "../../schemas/job";
import { endpoint } from "../endpoint";

export const getJob = endpoint({
  route: "GET /jobs/{id}",
  label: "Get Job",
  description: "Retrieve a job, with how far it is.",
  guidance:
    "status is done at the end, or errored, fatal_errored or canceled. info tells of its progress and result.",
  inputs: { id: jobId },
  returns: job,
});
