import { earlier } from "../earlier";
import type { Stop } from "./stop";

/** The account and its settings. */
export const account: readonly Stop[] = [
  { action: "getAccount" },
  {
    action: "createAccountSetting",
    inputs: { type: "agent-costs", data: { agent_cost_type: "hourly", agent_cost_per_ticket: 2 } },
  },
  {
    action: "updateAccountSetting",
    inputs: { id: earlier("createAccountSetting", "id"), data: { agent_ticket_per_hour: 8 } },
  },
  { action: "listAccountSettings", inputs: { type: "agent-costs" } },
];
