import { textIn } from "../../src/actions/messages/htmlText";
import recorded from "../schemas/recorded/get-ticket.json";
import { failure, run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const least = { ticket_id: 7, channel: "internal-note", via: "api" };

describe("Create Ticket Message", () => {
  it("sends every input under Gorgias' own name, and Action as a query parameter", async () => {
    gorgias()
      .post("/api/tickets/7/messages?action=force", {
        channel: "email",
        via: "api",
        from_agent: true,
        source: { type: "email", to: [{ address: "jo@example.com" }] },
        attachments: [{ url: "https://x/1", name: "a.png", content_type: "image/png", size: 3 }],
        body_html: "<p>Hi</p>",
        body_text: "Hi",
        created_datetime: "2026-01-01T00:00:00Z",
        external_id: "M-1",
        failed_datetime: "2026-01-01T00:00:01Z",
        message_id: "<1@example.com>",
        receiver: { id: 9 },
        sender: { email: "sam@example.com" },
        sent_datetime: "2026-01-01T00:00:02Z",
        subject: "Re: order",
        public: false,
        mention_ids: [3],
      })
      .reply(201, { id: 1 });
    await expect(
      run("createTicketMessage", {
        ticket_id: "7",
        channel: "email",
        via: "api",
        from_agent: true,
        action: "force",
        source: '{"type":"email","to":[{"address":"jo@example.com"}]}',
        attachments: { url: "https://x/1", name: "a.png", content_type: "image/png", size: 3 },
        body_html: "<p>Hi</p>",
        body_text: "Hi",
        created_datetime: "2026-01-01",
        external_id: "M-1",
        failed_datetime: "2026-01-01T00:00:01",
        message_id: "<1@example.com>",
        receiver: "9",
        sender: "sam@example.com",
        sent_datetime: "2026-01-01T00:00:02Z",
        subject: "Re: order",
        public: "false",
        additionalFields: { mention_ids: [3] },
      }),
    ).resolves.toEqual({ id: 1 });
  });

  it("left as it is, says that the customer wrote it, as its form shows", async () => {
    gorgias()
      .post("/api/tickets/7/messages", { channel: "internal-note", via: "api", from_agent: false })
      .reply(201, {});
    await run("createTicketMessage", least);
  });

  it("leaves Via to Gorgias when it is blank", async () => {
    gorgias()
      .post("/api/tickets/7/messages", { channel: "internal-note", from_agent: false })
      .reply(201, {});
    await run("createTicketMessage", { ...least, via: "" });
  });

  it("From, To, Cc and Bcc make the source, with the channel as its type", async () => {
    gorgias()
      .post("/api/tickets/7/messages", {
        channel: "email",
        via: "api",
        from_agent: true,
        receiver: { email: "jo@example.com" },
        source: {
          type: "email",
          from: { name: "Acme Support", address: "support@example.com" },
          to: [{ address: "jo@example.com" }, { name: "Sam", address: "sam@example.com" }],
          cc: [{ address: "boss@example.com" }],
          bcc: [{ address: "archive@example.com" }],
        },
      })
      .reply(201, {});
    await run("createTicketMessage", {
      ...{ ticket_id: 7, channel: "email", via: "api", from_agent: true },
      from: "Acme Support <support@example.com>",
      to: ["jo@example.com", "Sam <sam@example.com>"],
      cc: "boss@example.com",
      bcc: { email: "archive@example.com", id: 9 },
    });
  });

  it.each<[string, object, object]>([
    ["an agent's message goes to whom To names", { from_agent: true }, { receiver: "jo" }],
    ["a customer's message is written by whom From names", {}, { sender: "sam" }],
    ["Receiver ID wins over To", { from_agent: true, receiver: 9 }, { receiver: { id: 9 } }],
    ["Sender wins over From", { sender: 9 }, { sender: { id: 9 } }],
    ["a note has no receiver", { from_agent: true, channel: "internal-note" }, {}],
    ["nobody is made of a phone number", { to: "+331", from: "+332", channel: "sms" }, {}],
  ])("%s", async (_, inputs, people) => {
    const parties = Object.entries(people).map(([key, one]) => [
      key,
      typeof one === "string" ? { email: `${one}@example.com` } : one,
    ]);
    const given = { channel: "email", from: "sam@example.com", to: "+331, jo@example.com" };
    const filled = { ...given, channel: "whatsapp", from_agent: false, ...inputs };
    gorgias()
      .post("/api/tickets/7/messages", ({ source, ...body }: Record<string, unknown>) => {
        const { channel, from_agent } = filled;
        expect(body).toEqual({ channel, from_agent, ...Object.fromEntries(parties) });
        return true;
      })
      .reply(201, {});
    await run("createTicketMessage", { ticket_id: 7, ...filled });
  });

  it("Channel is known however it is written", async () => {
    gorgias()
      .post("/api/tickets/7/messages", { channel: "email", from_agent: false })
      .reply(201, {});
    await run("createTicketMessage", { ticket_id: 7, channel: "Email" });
  });

  it("what they hold wins over the same part of Source, and the rest of it stays", async () => {
    const source = {
      type: "whatsapp",
      from: { address: "+331" },
      to: [{ address: "+332" }],
      extra: { include_thread: true },
    };
    gorgias()
      .post("/api/tickets/7/messages", {
        channel: "our-app",
        from_agent: false,
        source: { ...source, to: [{ address: "+333" }] },
      })
      .reply(201, {});
    await run("createTicketMessage", { ticket_id: 7, channel: "our-app", source, to: "+333" });
  });

  it("a message that an earlier step read goes into them unchanged", async () => {
    const [{ channel, source } = { channel: "", source: null }] = recorded.messages;
    const body = { channel, from_agent: false, sender: { email: source?.from.address }, source };
    gorgias().post("/api/tickets/7/messages", body).reply(201, {}).persist();
    await run("createTicketMessage", { ticket_id: 7, channel, from: source?.from, to: source?.to });
    await run("createTicketMessage", {
      ticket_id: 7,
      channel,
      from: source,
      to: source,
      cc: source,
    });
  });

  it.each(["force", "retry", "cancel"])("Action %s reaches Gorgias", async (action) => {
    gorgias().post(`/api/tickets/7/messages?action=${action}`).reply(201, {});
    await run("createTicketMessage", { ...least, action });
  });

  it("a channel of the account's own is let through", async () => {
    gorgias()
      .post("/api/tickets/7/messages", { channel: "our-app", via: "our-app", from_agent: false })
      .reply(201, {});
    await run("createTicketMessage", { ...least, channel: "our-app", via: "our-app" });
  });

  it.each([
    [{ channel: "" }, "Channel: this input is required and was left blank."],
    [{ action: "explode" }, 'Action: expected one of force, retry, cancel, got "explode".'],
    [{ source: "[]x" }, 'Source: expected JSON, got "x" at line 1, column 3.'],
    [{ source: { to: [{}] } }, "Source.to[0].address: expected text, got nothing."],
    [
      { channel: "Email", from: "Sam", cc: ["jo@example.com", "+33 6 12"] },
      'From: expected an e-mail address, got "Sam".\nCc: expected an e-mail address, got "+33 6 12".',
    ],
    [
      { channel: "chat", source: { type: "Email" }, cc: "Sam" },
      'Cc: expected an e-mail address, got "Sam".',
    ],
    [{ source: { type: "email" }, from: "Jo" }, 'From: expected an e-mail address, got "Jo".'],
    [{ attachments: [{ name: "x" }] }, "Attachments[0].url: expected text, got nothing."],
    [
      { sender: "someone" },
      'Sender: expected an ID, an e-mail address or a JSON object, got "someone".',
    ],
    [{ body_text: {} }, "Body Text: expected text, got {}."],
    [{ subject: "x".repeat(999) }, "Subject: expected at most 998 characters, got 999."],
    [{ sent_datetime: "tomorrow" }, expect.stringMatching(/^Sent Date: expected an ISO date-time/)],
  ])("refuses %j", async (inputs, message) => {
    await expect(failure("createTicketMessage", { ...least, ...inputs })).resolves.toMatchObject({
      message,
    });
  });
});

it("List Messages lists the messages of one ticket", async () => {
  gorgias()
    .get("/api/messages?ticket_id=7&order_by=created_datetime%3Aasc&limit=2")
    .reply(200, page([]));
  await run("listMessages", { ticket_id: 7, order_by: "created_datetime:asc", limit: 2 });
});

it("Get Ticket Message reads one message of a ticket", async () => {
  gorgias().get("/api/tickets/7/messages/9").reply(200, { id: 9 });
  await expect(run("getTicketMessage", { ticket_id: 7, id: 9 })).resolves.toEqual({ id: 9 });
});

describe("Update Ticket Message", () => {
  const own = { channel: "email", via: "helpdesk", from_agent: true };

  it("sends what was filled in, and beside it what Gorgias wants to be told, as the message has it", async () => {
    gorgias()
      .get("/api/tickets/7/messages/9")
      .reply(200, { id: 9, ...own, public: true, body_text: "Old" })
      .put("/api/tickets/7/messages/9", { ...own, body_text: "New" })
      .reply(202, { id: 9 });
    await expect(
      run("updateTicketMessage", { ticket_id: 7, id: 9, body_text: "New" }),
    ).resolves.toEqual({ id: 9 });
  });

  it("reads nothing when all three are filled in, and sends a No that was chosen", async () => {
    gorgias()
      .put("/api/tickets/7/messages/9?action=retry", {
        channel: "sms",
        via: "api",
        from_agent: false,
        integration_id: 3,
        mention_ids: [8],
        headers: { "x-a": "b" },
        meta: null,
      })
      .reply(202, {});
    await run("updateTicketMessage", {
      ticket_id: 7,
      id: 9,
      channel: "sms",
      from_agent: "false",
      integration_id: "3",
      mention_ids: [{ id: 8 }],
      headers: '{"x-a":"b"}',
      action: "retry",
      additionalFields: { via: "api", meta: null },
    });
  });

  it("writes nothing when the message is gone", async () => {
    gorgias()
      .get("/api/tickets/7/messages/9")
      .reply(404, { error: { msg: "Not found" } });
    await expect(
      failure("updateTicketMessage", { ticket_id: 7, id: 9, subject: "Hi" }),
    ).resolves.toMatchObject({ status: 404 });
  });
});

it("Delete Ticket Message answers what it deleted", async () => {
  gorgias().delete("/api/tickets/7/messages/9").reply(204);
  await expect(run("deleteTicketMessage", { ticket_id: 7, id: 9 })).resolves.toEqual({
    id: 9,
    deleted: true,
  });
});

describe("Add Internal Note", () => {
  const note = { channel: "internal-note", via: "api", public: false, from_agent: true };

  it("writes a note that the customer does not see, and mentions agents", async () => {
    gorgias()
      .post("/api/tickets/7/messages", {
        ...note,
        body_text: "Look!",
        mention_ids: [8],
        sender: { id: 8 },
      })
      .reply(201, { id: 9 });
    await expect(
      run("addInternalNote", { ticket_id: 7, text: "Look!", mention_ids: "8", sender: 8 }),
    ).resolves.toEqual({ id: 9 });
  });

  it("makes the text of the HTML where there is none", async () => {
    const html =
      "<style>p { color: red }</style><p>Fish &amp; <b>chips</b>,\n &#8364;5 &lt;3</p><!-- x --><p>a<br/>b &#xe9; &copy;</p>";
    gorgias()
      .post("/api/tickets/7/messages", {
        ...note,
        body_html: html,
        body_text: "Fish & chips, €5 <3\na\nb é ©",
      })
      .reply(201, {});
    await run("addInternalNote", { ticket_id: 7, html });
  });

  it.each([
    ['<img src="https://x/a.png" alt="a > b">', undefined],
    ["<style>p{}</style>&nbsp;<!-- only this -->", undefined],
    ["1<div>2</div>3<hr>4", "1\n2\n3\n4"],
    ["<table><tr><td>a</td><td>b</td></tr></table>", "a b"],
    ["&eacute;&Eacute; &rsquo;&hellip;&euro;&trade; &#150;&#x2019;&#0039;", "éÉ ’…€™ –’'"],
    ["&amp;lt; &unheard; &#0; &#xd800; AT&T", "&lt; &unheard; &#0; &#xd800; AT&T"],
    ["2 < 3, <3, a<b", "2 < 3, <3, a<b"],
    ["<p title=it's>It's <b>fine</b></p>", "It's fine"],
    ["<title>T</title><SCRIPT>x</b></script >Hi", "Hi"],
    ["Hi<!-- never closed", "Hi"],
    ['<a title="x>Hi</a> there', "Hi there"],
  ])("reads %j as %j", async (html, body_text) => {
    gorgias()
      .post("/api/tickets/7/messages", {
        ...note,
        body_html: html,
        ...(body_text && { body_text }),
      })
      .reply(201, {});
    await run("addInternalNote", { ticket_id: 7, html });
  });

  it.each([
    "<a",
    "<br ",
    "<!--",
    "<style>",
    "<style></style ",
    "<a '>",
    '<a b=">',
    "<a b=\"><a b='>",
    "&#0",
    "&nbsp; ",
    "<br>",
  ])("reads %j many times over as fast as little HTML of that length", async (part) => {
    const html = (length: number) => part.repeat(length / part.length);
    const took = (length: number) => {
      const began = process.cpuUsage().user;
      textIn(html(length));
      return process.cpuUsage().user - began;
    };
    took(20_000);
    const few = Math.max(took(20_000), 2_000);
    expect(took(200_000)).toBeLessThan(50 * few);
  });

  it("keeps both as they were written", async () => {
    gorgias()
      .post("/api/tickets/7/messages", { ...note, body_html: "<p>A</p>", body_text: "B" })
      .reply(201, {});
    await run("addInternalNote", { ticket_id: 7, html: "<p>A</p>", text: "B" });
  });

  it("refuses to write nothing", async () => {
    await expect(failure("addInternalNote", { ticket_id: 7 })).resolves.toMatchObject({
      message: "Text: is blank, and so is HTML. Fill in one of the two.",
    });
  });
});
