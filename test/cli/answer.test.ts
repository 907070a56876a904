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
    // What turns the direction or is invisible goes; what joins an emoji stays.
    [{ id: 7, subject: "a\u202egnp.exe\u2066\u200b\ufeff\u00ad b" }, "#7 agnp.exe b"],
    [{ id: 7, subject: "👩\u200d🚀 up" }, "#7 👩\u200d🚀 up"],
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
    expect(readable(page(tickets, "abc"), 80)).toBe(
      [
        "id  status  subject",
        "1   open    One",
        "22  closed",
        "2 tickets. The list goes on with cursor=abc",
      ].join("\n"),
    );
  });

  it("cuts what does not fit, and leaves out the last columns where that is not enough", () => {
    const ticket = {
      id: 153_006_867,
      status: "open",
      channel: "instagram-direct-message",
      subject: "オークのサイドテーブルはいつ届きますか、教えてください",
      created_datetime: "2026-11-28T09:15:00.123456+00:00",
      updated_datetime: "2026-11-29T10:00:00.654321+00:00",
    };
    expect(readable([ticket], 80).split("\n")).toEqual([
      "id         status  channel              subject              created_datetime",
      "153006867  open    instagram-direct-m…  オークのサイドテー…  2026-11-28 09:15:00",
      "A wider terminal shows updated_datetime as well.",
      "1 item.",
    ]);
    const [heading = "", row] = readable([ticket], 120).split("\n");
    expect(heading.length).toBeLessThanOrEqual(120);
    expect(row).toMatch(/ {2}2026-11-29 10:00:00$/);
    expect(readable([ticket], Number.POSITIVE_INFINITY)).toContain("  instagram-direct-message  ");
  });

  it("shows the address of a file whole, however narrow the screen is", () => {
    const url = `https://uploads.gorgias.io/attachment/Hna8kldnmlal/${"package-damaged-".repeat(6)}.png`;
    expect(readable([{ content_type: "image/png", name: "a.png", size: 3, url }], 40)).toBe(
      ["- content_type: image/png", "  name: a.png", "  size: 3", `  url: ${url}`, "1 item."].join(
        "\n",
      ),
    );
  });

  it.each([
    ["custom fields by their labels", { id: 51, label: "Order number" }, "id  label"],
    ["surveys with score and ticket", { id: 9, score: 4, ticket_id: 7 }, "id  score  ticket_id"],
    [
      "recordings, although they have an address",
      { id: 3, type: "call-recording", url: "https://example.com/recording.mp3" },
      "id  type",
    ],
  ])("shows %s in a table", (_, record, columns) => {
    expect(readable([record], 80).split("\n")[0]).toBe(columns);
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
    expect(readable(ticket, 80)).toBe(
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
