import { connection, failure } from "../support/steps";
import { useWire } from "../support/wire";

useWire();

it("all inputs that cannot be used are named at once, and nothing is sent", async () => {
  const error = await failure("createTicket", {
    messages: "{",
    assignee_user_id: "12abc",
    priority: "very high",
    subject: "x".repeat(999),
  });
  expect(error.message.split("\n")).toEqual([
    "Subject: expected at most 998 characters, got 999.",
    'Assignee User ID: expected a whole number from 1, got "12abc".',
    'Priority: expected one of critical, high, normal, low, got "very high".',
    "Messages: expected JSON, got the end of the text at line 1, column 2.",
  ]);
});

it("every fault of a JSON input is named by its path", async () => {
  const error = await failure("createTicket", { messages: [{ channel: true, via: "api" }] });
  expect(error.message.split("\n")).toEqual([
    "Messages[0].channel: expected text, got true.",
    "Messages[0].from_agent: expected true or false, got nothing.",
  ]);
});

it("combinations are looked at once each input can be used", async () => {
  const both = { assignee_user: "7", assignee_user_id: "8", messages: "{" };
  expect((await failure("createTicket", both)).message).toBe(
    "Messages: expected JSON, got the end of the text at line 1, column 2.",
  );
  await expect(failure("updateTicket", { id: 1, ...both })).resolves.toMatchObject({
    message:
      "Assignee User ID: names a different agent than Assignee User. Fill in one of the two.",
  });
});

it("a connection that cannot be used is told of first", async () => {
  const blank = { ...connection, fields: {} };
  await expect(failure("getTicket", { connection: blank, id: "12abc" })).resolves.toMatchObject({
    name: "GorgiasConnectionError",
  });
});
