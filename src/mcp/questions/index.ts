import type { Action } from "../../actions/action";
import { countTickets } from "./countTickets";
import { customerTimeline } from "./customerTimeline";
import { describeReports } from "./describeReports";
import { ticketThread } from "./ticketThread";

/** What people ask and no single endpoint answers: for agents alone, by the keys that guidance uses. */
export const questions: Readonly<Record<string, Action>> = {
  customerTimeline,
  ticketThread,
  countTickets,
  describeReports,
};
