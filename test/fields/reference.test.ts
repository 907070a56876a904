import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

it.each([
  ["7", { id: 7 }],
  ["7.0", { id: 7 }],
  [7n, { id: 7 }],
  ['{ "id": "7" }', { id: 7 }],
  [
    { id: "7.0", name: "Jo" },
    { id: 7, name: "Jo" },
  ],
  [{ id: 0 }, { id: 0 }],
  [{ id: null }, { id: null }],
  [{ email: "jo@example.com" }, { email: "jo@example.com" }],
  [{ id: "", email: "\u200bjo@example.com\u00a0" }, { email: "jo@example.com" }],
  ['{ "id": "7", "email": " " }', { id: 7 }],
  ["<jo@example.com>", { email: "jo@example.com" }],
  [
    { email: "mailto:jo@example.com", name: "Jo" },
    { email: "jo@example.com", name: "Jo" },
  ],
  [{ email: null }, { email: null }],
  [Buffer.from('{ "id": 7 }'), { id: 7 }],
])("%p is sent as %j", async (customer, sent) => {
  gorgias().put("/api/tickets/7", { customer: sent }).reply(202, {});
  await run("updateTicket", { id: 7, status: "", customer });
});

it.each([{ id: "" }, { id: " ", name: "" }, {}, "{}", '{ "email": "" }'])(
  "%j was left blank",
  async (customer) => {
    gorgias().put("/api/tickets/7", { subject: "x" }).reply(202, {});
    await run("updateTicket", { id: 7, status: "", subject: "x", customer });
  },
);

it.each([
  [{ id: "jo" }, 'Customer.id: expected a whole number from 0, got "jo".'],
  [{ email: "jo" }, 'Customer.email: expected an e-mail address, got "jo".'],
  [
    "Jo <jo@example.com>",
    'Customer: expected an ID, an e-mail address or a JSON object, got "Jo <jo@example.com>".',
  ],
  [{ id: 7.5 }, "Customer.id: expected a whole number from 0, got 7.5."],
  ["{ id: 7 }", 'Customer: expected JSON, got "id: 7 }" at line 1, column 3.'],
  ["7.5", 'Customer: expected an ID, an e-mail address or a JSON object, got "7.5".'],
])("%j is refused", async (customer, message) => {
  await expect(failure("updateTicket", { id: 7, customer })).resolves.toMatchObject({ message });
});
