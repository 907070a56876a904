import { readFileSync } from "node:fs";
import path from "node:path";
import component from "../../src";
import { actions } from "../../src/actions";
import { customers } from "../../src/actions/customers";
import { messages } from "../../src/actions/messages";
import { tickets } from "../../src/actions/tickets";
import { ticketTags } from "../../src/actions/ticketTags";

const groups = [tickets, messages, ticketTags, customers];
const forms = groups.flatMap((group) => Object.entries(group.actions));

/** The labels of an action's inputs, in the order in which people see them. */
function labelsOf(key: string): unknown[] {
  return (component.actions[key]?.inputs ?? []).map(({ label }) => label);
}

it.each<[string, string[]]>([
  [
    "createTicket",
    ["Customer", "Subject", "Message Text", "Message HTML", "Status", "Assignee User"],
  ],
  ["updateTicket", ["Ticket ID", "Status", "Subject", "Assignee User", "Assignee Team"]],
  ["createTicketMessage", ["Ticket ID", "Channel", "Body Text", "Body HTML", "Subject"]],
  ["updateTicketMessage", ["Ticket ID", "Message ID", "Channel", "Body Text", "Body HTML"]],
  ["replyToTicket", ["Ticket ID", "Text", "HTML", "Attachments", "Macro ID", "From", "To"]],
  ["addInternalNote", ["Ticket ID", "Text", "HTML"]],
  ["addTicketTags", ["Ticket ID", "Tag IDs", "Tag Names"]],
  ["createCustomer", ["Name", "Email"]],
  ["updateCustomer", ["Customer ID", "Name", "Email"]],
])("%s begins, after the connection, with %j", (key, first) => {
  expect(labelsOf(key).slice(0, first.length + 1)).toEqual(["Connection", ...first]);
});

it.each(forms)("%s has its dates last, but for Additional Fields", (_, { inputs }) => {
  const isDate = Object.values(inputs).map(
    ({ accepts }) => typeof accepts === "object" && accepts.format === "date-time",
  );
  const first = isDate.indexOf(true);
  const after = Object.keys(inputs).filter((_, index) => index > first && !isDate[index]);
  expect(first === -1 ? [] : after.filter((key) => key !== "additionalFields")).toEqual([]);
});

it.each(forms)("%s has Additional Fields last, where it has them", (_, { inputs }) => {
  const place = Object.keys(inputs).indexOf("additionalFields");
  expect([-1, Object.keys(inputs).length - 1]).toContain(place);
});

it("ten actions are the ones that most flows use", () => {
  const important = Object.keys(actions).filter((key) => component.actions[key]?.display.important);
  expect(important.sort()).toEqual([
    "addInternalNote",
    "addTicketTags",
    "closeTicket",
    "createTicket",
    "findOrCreateCustomer",
    "getCustomer",
    "getTicket",
    "listTickets",
    "replyToTicket",
    "updateTicket",
  ]);
});

describe("Update Ticket", () => {
  const display = component.actions.updateTicket?.display;
  const [, text = ""] = readFileSync(path.join(__dirname, "../../docs/reference.md"), "utf8").split(
    "\n### Update Ticket\n",
  );

  it("says in the first sentence of description and directions that it opens the ticket", () => {
    const first = (all = "") => all.split(". ")[0];
    expect(first(display?.description)).toMatch(/opens .* unless Status/);
    expect(first(display?.directions)).toMatch(/Status says open .* reopens a closed ticket/);
  });

  it("is the one action whose docs begin with a warning", () => {
    expect(text.trimStart()).toMatch(/^> \*\*Careful:\*\* Status says open/);
    const page = readFileSync(path.join(__dirname, "../../docs/reference.md"), "utf8");
    expect(page.match(/^> \*\*Careful/gm)).toHaveLength(1);
  });
});
