import { jobFilters } from "../../inputs/jobs";
import { job } from "../../schemas/job";
import { ORDERS_BY_CREATION } from "../../schemas/orders";
import { list } from "../list";

export const listJobs = list({
  route: "GET /jobs",
  label: "List Jobs",
  description: "List jobs: work that Gorgias does in the background, such as exports.",
  guidance: "To see how far one job is, use {getJob}.",
  filters: jobFilters,
  orders: ORDERS_BY_CREATION,
  item: job,
});
