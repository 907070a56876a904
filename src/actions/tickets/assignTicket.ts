import { toggle } from "../../fields/choice";
import { byIdOrNobody } from "../../inputs/byIdAlone";
import { NOBODY, ticketFields, ticketId } from "../../inputs/tickets";
import { ticket } from "../../schemas/ticket";
import { endpoint } from "../endpoint";

const assignee_user = byIdOrNobody(ticketFields.assignee_user);
const assignee_team = byIdOrNobody(ticketFields.assignee_team);

export const assignTicket = endpoint({
  route: "PUT /tickets/{id}",
  label: "Assign Ticket",
  description:
    "Assign a ticket to an agent, a team or both, or take them away. What is left blank stays as it is.",
  guidance: "To find agents and teams, use {search}. Returns the ticket.",
  inputs: {
    id: ticketId,
    assignee_user,
    assignee_team,
    unassignUser: toggle({
      label: "Unassign User",
      comments: "Takes the ticket away from its agent, whoever that is.",
    }),
    unassignTeam: toggle({
      label: "Unassign Team",
      comments: "Takes the ticket away from its team, whichever that is.",
    }),
  },
  returns: ticket,
  check({ assignee_user, assignee_team, unassignUser, unassignTeam }, { refuse, nameOf }) {
    if (assignee_user !== undefined && unassignUser) {
      refuse("unassignUser", `is on, and ${nameOf("assignee_user")} is filled in. Choose one.`);
    }
    if (assignee_team !== undefined && unassignTeam) {
      refuse("unassignTeam", `is on, and ${nameOf("assignee_team")} is filled in. Choose one.`);
    }
    const isNamed = assignee_user !== undefined || assignee_team !== undefined;
    if (!isNamed && !unassignUser && !unassignTeam) {
      const others = `${nameOf("assignee_team")}, ${nameOf("unassignUser")} or ${nameOf("unassignTeam")}`;
      refuse("assignee_user", `is blank: fill in this, ${others}.`);
    }
  },
  body: ({ assignee_user, assignee_team, unassignUser, unassignTeam }) => ({
    assignee_user: unassignUser ? NOBODY : assignee_user,
    assignee_team: unassignTeam ? NOBODY : assignee_team,
  }),
});
