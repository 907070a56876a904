import component from "../../src";

/** What every list has: how it is read comes after what it is filtered by. */
const OF_LISTS = ["fetchAll", "cursor", "limit", "order_by", "direction", "ignored_item"];

/** The last ones of every form. */
const LAST = ["debugRequest", "additionalFields"];

/** Dates that stand in front of other inputs: why. */
const BEFORE_OTHERS: Readonly<Record<string, string>> = {
  "snoozeTicket.snooze_datetime": "it is what the action is about",
  "createJob.trashed_datetime":
    "it is one of the changes, and the JSON of all of them stands after it",
  "createJob.start_datetime": "it says which tickets, as the inputs around it do",
  "createJob.end_datetime": "it says which tickets, as the inputs around it do",
  "listEvents.createdAfter": "the JSON of the same stands after it",
  "listEvents.createdBefore": "the JSON of the same stands after it",
};

/** Forms that have an order of their own: why. */
const OTHER_ORDER: Readonly<Record<string, string>> = {
  rawRequest: "the order is Spectral's",
  createTicket: "the subject stands between the customer and the text",
};

const forms = Object.entries(component.actions).map(([key, { inputs }]) => ({
  key,
  inputs: inputs.filter(({ type }) => type !== "connection"),
}));

it.each(forms.filter(({ key }) => !(key in OTHER_ORDER)))(
  "$key: starred inputs come first",
  ({ inputs }) => {
    const stars = inputs.map(({ required }) => required === true);
    expect(stars).toEqual([...stars].sort((one, other) => Number(other) - Number(one)));
  },
);

it.each(forms)(
  "$key: no date stands before another kind of input, unless it is starred",
  (form) => {
    const own = form.inputs.filter(({ key }) => ![...OF_LISTS, ...LAST].includes(key));
    const lastOther = own.findLastIndex(({ type }) => type !== "timestamp");
    const early = own.filter(
      ({ key, type, required }, index) =>
        type === "timestamp" &&
        !required &&
        index < lastOther &&
        !(`${form.key}.${key}` in BEFORE_OTHERS),
    );
    expect(early.map(({ key }) => key)).toEqual([]);
  },
);

it.each(forms)("$key: Additional Fields and Debug Request come last", ({ inputs }) => {
  const keys = inputs.map(({ key }) => key);
  const last = [...LAST].reverse().filter((key) => keys.includes(key));
  expect(keys.slice(-last.length)).toEqual(last);
});

it.each([
  ["createCustomField", "definition"],
  ["updateCustomField", "definition"],
  ["createIntegration", "http"],
  ["updateIntegration", "http"],
  ["createMacro", "actions"],
  ["updateMacro", "actions"],
])("%s: %s, the JSON of what other inputs say, comes after all that is filled in", (form, json) => {
  const inputs = forms.find(({ key }) => key === form)?.inputs ?? [];
  const after = inputs.slice(inputs.findIndex(({ key }) => key === json) + 1);
  const filledIn = after.filter(({ key, type }) => !LAST.includes(key) && type !== "timestamp");
  expect(after).not.toHaveLength(inputs.length);
  expect(filledIn.filter(({ type }) => type !== "boolean")).toEqual([]);
});

it.each(forms.filter(({ inputs }) => inputs.some(({ key }) => key === "fetchAll")))(
  "$key: how the list is read comes after its filters, in the order of every list",
  ({ inputs }) => {
    const keys = inputs.map(({ key }) => key).filter((key) => !LAST.includes(key));
    const ofLists = OF_LISTS.filter((key) => keys.includes(key));
    expect(keys.slice(-ofLists.length)).toEqual(ofLists);
  },
);
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
