import { actions } from "../actions";
import type { Action } from "../actions/action";
import { questions } from "./questions";
import { reportingStatistic } from "./reports/reportingStatistic";
import { updateTickets } from "./updateTickets";

/** What tools run, by key: the connector's actions, and what agents alone get. */
export const operations: Readonly<Record<string, Action>> = {
  ...actions,
  getReportingStatistic: reportingStatistic,
  ...questions,
  updateTickets,
};
