import { inFewWords, readable } from "../../cli/answer";

const page = (data: unknown[], next_cursor: string | null) => ({
  object: "list",
  uri: "/api/tickets?limit=2",
  data,
  meta: { prev_cursor: null, next_cursor },
});

describe("an answer in a few words", () => {
  it.each([
    [page([{ id: 1 }], null), "1 ticket"],
    [page([{ id: 1 }, { id: 2 }], "abc"), "2 tickets, and there are more"],
    [[1, 2, 3], "3 items"],
    [{ data: [{ field: { id: 51 }, value: "Blue" }] }, "1 item"],
    [{ field: { id: 51, label: "Colour" }, value: "Blue" }, "Colour: Blue"],
    [{ id: 7, subject: "Where is\nmy order?", name: "no" }, "#7 Where is my order?"],
    [{ id: 7, deleted: true }, "#7 is deleted"],
    [null, "accepted, nothing came back"],
    [Buffer.from("abc"), "3 bytes"],
    [{ id: 7, subject: "\u001b[2Jgone" }, "#7 [2Jgone"],
  ])("%j → %s", (answer, words) => {
    expect(inFewWords(answer)).toBe(words);
  });
});

describe("an answer for people", () => {
  it("shows a list as a table, with the way to its next page", () => {
    const tickets = [
      { id: 1, status: "open", subject: "One" },
      { id: 22, status: "closed", subject: null },
    ];
    expect(readable(page(tickets, "abc"))).toBe(
      [
        "id  status  subject",
        "1   open    One",
        "22  closed",
        "2 tickets. The list goes on with cursor=abc",
      ].join("\n"),
    );
  });

  it("shows a record with a line a field, nested as it is", () => {
    const ticket = {
      id: 1,
      subject: null,
      tags: [],
      meta: {},
      customer: { name: "Jo", channels: [{ type: "email", address: "jo@example.com" }] },
      body: "one\ntwo",
    };
    expect(readable(ticket)).toBe(
      [
        "id: 1",
        "subject: –",
        "tags: none",
        "meta: none",
        "customer:",
        "  name: Jo",
        "  channels:",
        "    - type: email",
        "      address: jo@example.com",
        "body:",
        "  one",
        "  two",
      ].join("\n"),
    );
  });
});
