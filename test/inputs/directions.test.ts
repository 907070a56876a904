import component from "../../src";

it.each([
  ["createJob", /cannot be undone/],
  ["createSatisfactionSurvey", /Gorgias sends the survey/],
  ["deleteCustomer", /cannot be undone/],
  ["deleteTag", /gone for good, from all tickets/],
  ["deleteTags", /gone for good, from all tickets/],
  ["deleteTicket", /gone for good/],
  ["deleteUser", /cannot be undone/],
  ["updateView", /take the place of all/],
  ["createRule", /from the moment it is created/],
  ["deleteCustomers", /cannot be undone/],
  ["mergeCustomers", /cannot be undone.* Source ID/],
  ["mergeTags", /cannot be undone/],
  ["updateCustomer", /take the place of all/],
  ["updateCustomerData", /takes the place of all/],
  ["updateRulesPriorities", /not named keep their priorities/],
])("%s says above its form where the trap is, in at most two sentences", (key, trap) => {
  const { directions = "" } = component.actions[key]?.display ?? {};
  expect(directions).toMatch(trap);
  expect(directions.match(/[.!?](?:\s|$)/g)?.length).toBeLessThanOrEqual(2);
});

it("Update Ticket says in the first sentence of description and directions that it opens the ticket", () => {
  const display = component.actions.updateTicket?.display;
  const first = (all = "") => all.split(". ")[0];
  expect(first(display?.description)).toMatch(/opens .* unless Status/);
  expect(first(display?.directions)).toMatch(/Status says open .* reopens a closed ticket/);
});

it("ten actions are the ones that most flows use", () => {
  const important = Object.values(component.actions)
    .filter(({ display }) => display.important)
    .map(({ key }) => key);
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
