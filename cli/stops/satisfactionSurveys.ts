import { earlier } from "../earlier";
import type { Stop } from "./stop";

/** What the tour's customer says of the tour's ticket. It goes with the ticket. */
export const satisfactionSurveys: readonly Stop[] = [
  {
    action: "createSatisfactionSurvey",
    inputs: {
      ticket_id: earlier("createTicket", "id"),
      customer_id: earlier("createCustomer", "id"),
    },
  },
  {
    action: "updateSatisfactionSurvey",
    inputs: {
      id: earlier("createSatisfactionSurvey", "id"),
      score: "5",
      body_text: "That was quick.",
    },
  },
  {
    action: "getSatisfactionSurvey",
    inputs: { id: earlier("createSatisfactionSurvey", "id") },
  },
];
