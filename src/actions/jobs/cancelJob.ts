import { jobId } from "../../inputs/jobs";
import { cancellation } from "../../schemas/job";
import { endpoint } from "../endpoint";

export const cancelJob = endpoint({
  route: "DELETE /jobs/{id}",
  label: "Cancel Job",
  description:
    "Cancel a job: Gorgias stops as soon as it can. What the job has done already stays done.",
  guidance:
    "Returns { id, cancel_requested }: {getJob} tells when it has stopped, with the status canceled.",
  inputs: { id: jobId },
  returns: cancellation,
  answer: (_answered, { id }) => ({ id, cancel_requested: true }),
});
