import type { ActionGroup } from "../action";
import { cancelJob } from "./cancelJob";
import { createJob } from "./createJob";
import { getJob } from "./getJob";
import { listJobs } from "./listJobs";
import { updateJob } from "./updateJob";

/** Actions on jobs. */
export const jobs: ActionGroup = {
  title: "Jobs",
  actions: { listJobs, getJob, createJob, updateJob, cancelJob },
};
