import recorded from "../schemas/recorded/get-ticket.json";
import recorded2026 from "../schemas/recorded/get-ticket-2026.json";
import { connection, failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

type Json = Record<string, unknown>;

const reply = { via: "api", from_agent: true, public: true };
const jo = { id: 11, email: "jo@example.com", name: "Jo Martin", firstname: "Jo", lastname: "" };

const partner = { name: "Partner", address: "p@example.com" };

/** What Jo wrote. */
const question = {
  id: 1,
  channel: "email",
  from_agent: false,
  public: true,
  subject: "My order",
  body_text: "Where is it?\nJo <3",
  body_html: "<p>Where is it?</p>",
  source: {
    type: "email",
    from: { name: "Jo Martin", address: "jo@example.com" },
    to: [partner, { address: "Support@example.com" }],
    cc: [{ name: null, address: "boss@example.com" }, { address: "help@example.com" }],
    bcc: [{ address: "secret@example.com" }],
    extra: { include_thread: true },
  },
  sender: jo,
  receiver: { id: 3, email: "support@example.com" },
  integration_id: 116873,
  created_datetime: "2026-03-01T09:30:00+00:00",
};

/** What an agent answered. */
const answer = {
  id: 2,
  channel: "email",
  from_agent: true,
  public: true,
  source: {
    type: "email",
    from: { name: "Help", address: "help@example.com" },
    to: [{ name: "Jo Martin", address: "jo@example.com" }],
  },
  sender: { id: 8, email: "sam@example.com" },
  receiver: jo,
  integration_id: null,
  created_datetime: "2026-03-01T09:31:00+00:00",
};

const toJo = {
  channel: "email",
  subject: "Re: My order",
  integration_id: 116873,
  receiver: { id: 11 },
  source: {
    type: "email",
    from: { address: "Support@example.com" },
    to: [{ name: "Jo Martin", address: "jo@example.com" }],
    cc: [partner, { address: "boss@example.com" }, { address: "help@example.com" }],
  },
};

const ticketWith = (...messages: Json[]): Json => ({
  id: 7,
  subject: "My order",
  status: "closed",
  customer: jo,
  assignee_user: null,
  reply_options: { email: { answerable: true }, "internal-note": { answerable: true } },
  created_datetime: "2026-03-01T09:30:00+00:00",
  messages,
});

function reads(ticket: Json): void {
  gorgias().get("/api/tickets/7").reply(200, ticket);
}

function sends(body: Json): void {
  gorgias()
    .post("/api/tickets/7/messages", { ...reply, ...body })
    .reply(201, { id: 9 });
}

describe("where a reply goes", () => {
  it("to whoever wrote, from the address of ours that it came to, with those in copy", async () => {
    reads(ticketWith(question));
    sends({ ...toJo, body_text: "Soon!" });
    await expect(run("replyToTicket", { ticket_id: 7, text: "Soon!" })).resolves.toEqual({ id: 9 });
  });

  it("where the agents' last message went", async () => {
    reads(ticketWith(question, answer));
    sends({
      channel: "email",
      subject: "Re: My order",
      receiver: { id: 11 },
      source: answer.source,
      body_text: "Soon!",
    });
    await run("replyToTicket", { ticket_id: 7, text: "Soon!" });
  });

  it("to the last message by its date, whatever comes last in the list", async () => {
    reads(ticketWith({ ...question, created_datetime: "2026-03-01T09:32:00+00:00" }, answer));
    sends({
      ...toJo,
      source: { ...toJo.source, cc: [partner, { address: "boss@example.com" }] },
      body_text: "Soon!",
    });
    await run("replyToTicket", { ticket_id: 7, text: "Soon!" });
  });

  it.each([
    ["a note", { channel: "internal-note", source: answer.source }],
    ["what the customer does not see", { public: false }],
    ["what was deleted", { deleted_datetime: "2026-03-01T10:00:00+00:00" }],
    ["what has no addresses", { source: { type: "phone" } }],
    ["what has nowhere to go", { source: { ...answer.source, to: [] } }],
    ["what has no source", { source: null }],
    ["what agents wrote to somebody else", { receiver: { id: 99 } }],
    [
      "what agents forwarded",
      { receiver: null, source: { ...answer.source, extra: { forward: true } } },
    ],
    [
      "what agents wrote to another address",
      { receiver: null, source: { ...answer.source, to: [{ address: "supplier@example.com" }] } },
    ],
    ["what somebody else wrote", { from_agent: false, sender: { id: 55 } }],
    [
      "what came from another address",
      {
        from_agent: false,
        sender: null,
        source: { ...answer.source, from: { address: "supplier@example.com" } },
      },
    ],
    ["what failed", { failed_datetime: "2026-03-01T09:31:05+00:00" }],
    ["what could not be sent", { last_sending_error: { error: "No such mailbox." } }],
    ["what came on a channel without answers", { channel: "phone" }],
  ])("passes over %s", async (_, fields) => {
    const cc = [{ address: "boss@example.com" }];
    const first = { ...question, source: { ...question.source, cc } };
    reads(ticketWith(first, { ...answer, ...fields }));
    sends({ ...toJo, source: { ...toJo.source, cc: [partner, ...cc] }, body_text: "Soon!" });
    await run("replyToTicket", { ticket_id: 7, text: "Soon!" });
  });

  it.each(["phone", "aircall"])(
    "passes over a %s call, whatever reply_options says",
    async (channel) => {
      const call = {
        ...answer,
        channel,
        source: { type: channel, from: { address: "+33 1" }, to: [{ address: "+33 6" }] },
      };
      for (const reply_options of [null, { email: {}, [channel]: { answerable: true } }]) {
        reads({ ...ticketWith(question, call), reply_options });
        sends({ ...toJo, body_text: "Soon!" });
        await run("replyToTicket", { ticket_id: 7, text: "Soon!" });
      }
      reads({ ...ticketWith(call), reply_options: null });
      await expect(failure("replyToTicket", { ticket_id: 7, text: "Hi" })).resolves.toMatchObject({
        message: expect.stringContaining(`on the channel ${channel}: nobody can read there`),
      });
    },
  );

  it("to whom the customer's address belongs, where nobody has an ID", async () => {
    const customer = { id: 11, email: "JO@example.com", channels: [{ address: "+33 6 12 34" }] };
    reads({ ...ticketWith({ ...question, sender: null }), customer });
    sends({ ...toJo, body_text: "Soon!" });
    await run("replyToTicket", { ticket_id: 7, text: "Soon!" });
    const sms = {
      channel: "sms",
      from_agent: true,
      source: { type: "sms", from: { address: "+331" }, to: [{ address: "+3361234" }] },
      receiver: null,
    };
    reads({ ...ticketWith(sms), customer, reply_options: null });
    sends({ channel: "sms", receiver: { id: 11 }, source: sms.source, body_text: "Soon!" });
    await run("replyToTicket", { ticket_id: 7, text: "Soon!" });
  });

  it("to the customer's last message in the list where dates are missing", async () => {
    const at = (id: number, created_datetime: string | null) => ({
      ...question,
      created_datetime,
      source: { ...question.source, to: [{ address: `${id}@example.com` }], cc: [] },
      receiver: null,
    });
    reads(
      ticketWith(
        at(3, "2026-03-03T00:00:00Z"),
        at(1, null),
        at(2, "2026-03-02T00:00:00Z"),
        at(4, "never"),
      ),
    );
    sends({
      ...toJo,
      source: {
        type: "email",
        from: { address: "4@example.com" },
        to: [{ name: "Jo Martin", address: "jo@example.com" }],
      },
      body_text: "Soon!",
    });
    await run("replyToTicket", { ticket_id: 7, text: "Soon!" });
  });

  it.each([
    [{ to: [partner, { address: "support@example.com" }] }, "p@example.com, support@example.com"],
    [
      { to: [partner], cc: [{ address: "support@example.com" }] },
      "p@example.com, support@example.com",
    ],
  ])("never in somebody else's name: %#", async (addresses, came) => {
    const source = { ...question.source, cc: [], ...addresses };
    reads(ticketWith({ ...question, source, receiver: null }));
    await expect(failure("replyToTicket", { ticket_id: 7, text: "Hi" })).resolves.toMatchObject({
      message: `Ticket ID: the ticket 7 does not say which address is yours, so that nobody can tell from which address a reply would come: its customer wrote to ${came}. Nothing was sent: fill in From with the one that is yours.`,
    });
    reads(ticketWith({ ...question, source, receiver: { email: "Support@example.com" } }));
    sends({
      ...toJo,
      source: {
        type: "email",
        from: { address: "support@example.com" },
        to: [{ name: "Jo Martin", address: "jo@example.com" }],
        cc: [partner],
      },
      body_text: "Hi",
    });
    await run("replyToTicket", { ticket_id: 7, text: "Hi" });
  });

  it("on other channels than e-mail without a subject", async () => {
    const sms = {
      channel: "sms",
      from_agent: false,
      source: { type: "sms", from: { address: "+336" }, to: [{ address: "+331" }] },
      sender: { id: 11 },
      created_datetime: "2026-03-02T00:00:00+00:00",
    };
    reads({ ...ticketWith(question, sms), reply_options: {} });
    sends({
      channel: "sms",
      receiver: { id: 11 },
      source: { type: "sms", from: { address: "+331" }, to: [{ address: "+336" }] },
      body_text: "Soon!",
    });
    await run("replyToTicket", { ticket_id: 7, text: "Soon!" });
  });

  it("as recorded tickets have it: the agents' last message again, and the customer's turned round", async () => {
    gorgias().get("/api/tickets/153006867").reply(200, recorded);
    gorgias()
      .post("/api/tickets/153006867/messages", {
        ...reply,
        channel: "email",
        integration_id: 116873,
        receiver: { id: 400746613 },
        subject: "Re: Let's send your first message!",
        source: {
          type: "email",
          from: { name: "Acme Support", address: "inbox@example.com" },
          to: [{ name: "Welcome Team", address: "welcome@example.com" }],
        },
        body_text: "Hi",
      })
      .reply(201, {});
    await run("replyToTicket", { ticket_id: 153006867, text: "Hi" });
    gorgias().get("/api/tickets/82682724").reply(200, recorded2026.response);
    gorgias()
      .post("/api/tickets/82682724/messages", {
        ...reply,
        channel: "email",
        receiver: { id: 519543245 },
        subject: "Re: Can't login. Please help",
        source: {
          type: "email",
          from: { name: "Acme Support", address: "inbox@example.com" },
          to: [{ name: "Welcome Team", address: "welcome@example.com" }],
        },
        body_text: "Hi",
      })
      .reply(201, {});
    await run("replyToTicket", { ticket_id: 82682724, text: "Hi" });
  });

  const both = "fill in From and To with e-mail addresses";
  const elsewhere = "use Create Ticket Message, where you say yourself how it goes";
  const phoned = ticketWith({ channel: "phone", source: { type: "phone" } });

  it.each<[Json, string, string]>([
    [phoned, "has no message that says where a reply would go", both],
    [
      { ...phoned, reply_options: { "internal-note": { answerable: true } } },
      "has no message that says where a reply would go",
      elsewhere,
    ],
    [{ id: 7 }, "has no message that says where a reply would go", both],
    [
      ticketWith({ ...question, sender: { id: 55 } }),
      "has no message from its customer or to them that can be replied to",
      both,
    ],
    [
      ticketWith({
        ...question,
        source: { ...question.source, to: [{ address: "jo@example.com" }], cc: [] },
      }),
      "has no message that says from where a reply would come, and From is blank",
      "fill in From",
    ],
    [
      { ...ticketWith(question), reply_options: { email: { answerable: false } } },
      "cannot be answered on the channel email: Gorgias says so in its reply_options",
      elsewhere,
    ],
    [
      { ...ticketWith(question), reply_options: { "internal-note": { answerable: true } } },
      "cannot be answered on the channel email: Gorgias says so in its reply_options",
      elsewhere,
    ],
  ])("nowhere: %#", async (ticket, problem, advice) => {
    reads(ticket);
    await expect(failure("replyToTicket", { ticket_id: 7, text: "Hi" })).resolves.toMatchObject({
      name: "InputError",
      message: `Ticket ID: the ticket 7 ${problem}. Nothing was sent: ${advice}.`,
    });
  });

  describe("where no message says it", () => {
    const ends = { from: "Support@example.com", to: "Jo <jo@example.com>" };
    const source = {
      ...{ type: "email", from: { address: "Support@example.com" } },
      to: [{ name: "Jo", address: "jo@example.com" }],
    };

    it.each<[string, Json]>([
      ["nothing has addresses", phoned],
      ["nobody can read there", ticketWith({ ...question, channel: "phone" })],
      ["its customer wrote nothing", ticketWith({ ...question, sender: { id: 55 } })],
    ])("From and To will do, for an e-mail: %s", async (_, ticket) => {
      reads(ticket);
      const cc = [{ address: "boss@example.com" }];
      sends({
        ...{ channel: "email", subject: "Re: My order", receiver: { id: 11 } },
        ...{ source: { ...source, cc }, body_text: "Hi" },
      });
      await run("replyToTicket", { ticket_id: 7, text: "Hi", ...ends, cc: "boss@example.com" });
    });

    it.each<[Json, Json, string]>([
      [{}, { to: "" }, both],
      [{}, { from: "" }, both],
      [{}, { to: "+33 6 12" }, both],
      [{ reply_options: { email: { answerable: false } } }, {}, elsewhere],
    ])("it is refused: %#", async (fields, inputs, advice) => {
      reads({ ...phoned, ...fields });
      const filled = { ticket_id: 7, text: "Hi", ...ends, ...inputs };
      await expect(failure("replyToTicket", filled)).resolves.toMatchObject({
        message: `Ticket ID: the ticket 7 has no message that says where a reply would go. Nothing was sent: ${advice}.`,
      });
    });

    it("From alone will do where it is known from where the customer wrote", async () => {
      const { to, cc, ...rest } = question.source;
      const integration_id = null;
      reads(ticketWith({ ...question, integration_id, source: rest }));
      sends({
        ...{ channel: "email", subject: "Re: My order", receiver: { id: 11 }, body_text: "Hi" },
        source: { ...source, to: toJo.source.to },
      });
      await run("replyToTicket", { ticket_id: 7, text: "Hi", from: ends.from });
    });
  });
});

describe("what a reply says", () => {
  it("text, HTML, files and who writes", async () => {
    reads(ticketWith(question));
    const attachments = [{ url: "https://x/1", name: "a.png", content_type: "image/png", size: 3 }];
    sends({
      ...toJo,
      body_text: "Soon!",
      body_html: "<p>Soon!</p>",
      attachments,
      sender: { id: 8 },
      macros: [{ id: 374718 }],
    });
    await run("replyToTicket", {
      ticket_id: 7,
      text: "Soon!",
      html: "<p>Soon!</p>",
      attachments,
      sender: 8,
      macro_id: 374718,
    });
  });

  it("HTML alone with its text beside it, and files alone", async () => {
    reads(ticketWith(question));
    sends({ ...toJo, body_text: "Soon!", body_html: "<p>Soon!</p>" });
    await run("replyToTicket", { ticket_id: 7, html: "<p>Soon!</p>" });
    reads(ticketWith(question));
    sends({ ...toJo, attachments: [{ url: "https://x/1" }] });
    await run("replyToTicket", { ticket_id: 7, attachments: { url: "https://x/1" } });
  });

  it.each([
    "sam@example.com",
    '{ "email": "sam@example.com" }',
    { name: "Sam" },
    "null",
    { id: null },
  ])("only in the name of an agent whose ID is given: %j is refused", async (sender) => {
    for (const key of ["replyToTicket", "addInternalNote"]) {
      await expect(failure(key, { ticket_id: 7, text: "Hi", sender })).resolves.toMatchObject({
        name: "InputError",
        message: expect.stringMatching(/^Sender: expected an ID(?:,| or)/),
      });
    }
  });

  it("nothing is refused", async () => {
    await expect(failure("replyToTicket", { ticket_id: 7 })).resolves.toMatchObject({
      message: "Text: is blank, and so are HTML, Attachments and Macro ID. Fill in at least one.",
    });
  });
});

describe("addresses that are filled in", () => {
  const text = "Soon!";
  const own = { address: "sales@example.com" };

  it.each<[string, Json, Json]>([
    [
      "From: the reply comes from there, not over the mailbox that carried the last message",
      { from: "Sales <sales@example.com>" },
      {
        source: { ...toJo.source, from: { ...own, name: "Sales" } },
        integration_id: undefined,
      },
    ],
    [
      "From, as one of those whom the customer wrote to: the others are in copy",
      { from: "help@example.com" },
      {
        source: {
          ...toJo.source,
          from: { address: "help@example.com" },
          cc: [partner, { address: "boss@example.com" }],
        },
      },
    ],
    [
      "To: it goes there, and nobody stays in copy",
      { to: partner },
      {
        source: { type: "email", from: toJo.source.from, to: [partner] },
        receiver: { email: "p@example.com" },
      },
    ],
    [
      "To, with the customer's address among others: it is still the customer's",
      { to: ["p@example.com", "Jo@example.com"] },
      {
        source: {
          ...{ type: "email", from: toJo.source.from },
          to: [{ address: "p@example.com" }, { address: "Jo@example.com" }],
        },
      },
    ],
    [
      "Cc: it takes the place of those who were in copy",
      { cc: "sam@example.com" },
      { source: { ...toJo.source, cc: [{ address: "sam@example.com" }] } },
    ],
    [
      "Bcc: it is added",
      { bcc: "archive@example.com" },
      { source: { ...toJo.source, bcc: [{ address: "archive@example.com" }] } },
    ],
    [
      "To and Cc: both",
      { to: "p@example.com", cc: "sam@example.com" },
      {
        source: {
          ...{ type: "email", from: toJo.source.from, to: [{ address: "p@example.com" }] },
          cc: [{ address: "sam@example.com" }],
        },
        receiver: { email: "p@example.com" },
      },
    ],
  ])("%s", async (_, inputs, differs) => {
    reads(ticketWith(question));
    sends(JSON.parse(JSON.stringify({ ...toJo, ...differs, body_text: text })));
    await run("replyToTicket", { ticket_id: 7, text, ...inputs });
  });

  it("take the place of those of the agents' last message too", async () => {
    reads(ticketWith(question, answer));
    sends({
      ...{ channel: "email", subject: "Re: My order", receiver: { id: 11 }, body_text: text },
      source: { ...answer.source, from: own },
    });
    await run("replyToTicket", { ticket_id: 7, text, from: "sales@example.com" });
  });

  describe("where the ticket does not say which address is yours", () => {
    const to = [partner, { address: "support@example.com" }];
    const unsure = { ...question, receiver: null, source: { ...question.source, to, cc: [] } };
    const source = { type: "email", to: toJo.source.to };

    it.each<[Json, Json]>([
      [
        { from: "support@example.com" },
        { from: { address: "support@example.com" }, cc: [partner] },
      ],
      [
        { from: "sales@example.com", cc: "p@example.com" },
        { from: own, cc: [{ address: "p@example.com" }] },
      ],
    ])("%j says it", async (inputs, rest) => {
      reads(ticketWith(unsure));
      const { integration_id, ...others } = toJo;
      const isOwn = inputs.from === "support@example.com";
      sends({
        ...others,
        ...(isOwn && { integration_id }),
        source: { ...source, ...rest },
        body_text: text,
      });
      await run("replyToTicket", { ticket_id: 7, text, ...inputs });
    });

    it("a From that the customer did not write to leaves open who is in copy: it is refused", async () => {
      reads(ticketWith(unsure));
      const inputs = { ticket_id: 7, text, from: "sales@example.com" };
      await expect(failure("replyToTicket", inputs)).resolves.toMatchObject({
        message:
          "Ticket ID: the ticket 7 does not say which address is yours, so that nobody can tell who gets a copy: its customer wrote to p@example.com, support@example.com. Nothing was sent: fill in Cc, or To.",
      });
    });

    it("From alone will do where the customer wrote to nobody but themselves", async () => {
      const toThemselves = { ...question.source, to: [{ address: "jo@example.com" }], cc: [] };
      reads(ticketWith({ ...question, source: toThemselves }));
      const { integration_id, ...others } = toJo;
      sends({ ...others, source: { ...source, from: own }, body_text: text });
      await run("replyToTicket", { ticket_id: 7, text, from: "sales@example.com" });
    });
  });

  it("on a channel of e-mails have to be e-mail addresses: all others are named, cut and without secrets", async () => {
    reads(ticketWith(question));
    const secret = { address: connection.fields.apiKey };
    const cc = ["sam@example.com", "+33 6 12", secret, "x".repeat(1_000_000)];
    const { name, message } = await failure("replyToTicket", { ticket_id: 7, text, to: "Jo", cc });
    expect({ name, problems: message.split("\n") }).toEqual({
      name: "InputError",
      problems: [
        'To: expected an e-mail address, got "Jo".',
        'Cc: expected an e-mail address, got "+33 6 12".',
        expect.stringMatching(/^Cc: expected an e-mail address, got "\W+"\.$/),
        `Cc: expected an e-mail address, got "${"x".repeat(99)}….`,
      ],
    });
  });

  it("on another channel can be anything that it has", async () => {
    const source = { type: "sms", from: { address: "+331" }, to: [{ address: "+332" }] };
    reads({ ...ticketWith({ ...question, channel: "sms", source }), reply_options: {} });
    sends({
      ...{ channel: "sms", integration_id: 116873, body_text: text },
      source: { type: "sms", from: { address: "+332" }, to: [{ address: "+333" }] },
    });
    await run("replyToTicket", { ticket_id: 7, text, to: "+333" });
  });
});

describe("a macro", () => {
  const macro = (given: Json, name = "setResponseText") => {
    gorgias()
      .get("/api/macros/12")
      .reply(200, {
        id: 12,
        actions: [
          { name: "addTags", arguments: { tags: "vip" } },
          { name, arguments: given },
        ],
      });
  };

  it("gives its text, filled in from the ticket; what is missing is empty", async () => {
    reads({ ...ticketWith(question, { ...answer, channel: "internal-note", body_text: "Psst" }) });
    macro({
      body_text:
        "Hi {{ticket.customer.firstname}} {{ ticket.customer.lastname }}({{ticket.id}}), {{ticket.assignee_user.name}}: {{ticket.messages[-1].body_text}}",
      body_html:
        "<p>{{&nbsp;ticket.customer.name }}</p><i>{{ticket.messages[0].body_text}}</i>{{ticket.first_message.body_html}}<style>@media print{p{color:red}}</style>",
    });
    sends({
      ...toJo,
      body_text: "Hi Jo (7), : Where is it?\nJo <3",
      body_html:
        "<p>Jo Martin</p><i>Where is it?<br>Jo &lt;3</i><p>Where is it?</p><style>@media print{p{color:red}}</style>",
      macros: [{ id: 12 }],
    });
    await run("replyToTicket", { ticket_id: 7, macro_id: 12 });
  });

  it.each([
    [undefined, 0],
    [8, 8],
    [{ id: 8, email: "sam@example.com", name: "Sam", role: { name: "agent" } }, 8],
  ])("knows the agent who writes: %j", async (sender, id) => {
    reads(ticketWith(question));
    macro({ body_text: "{{current_user.firstname}}" });
    gorgias().get(`/api/users/${id}`).reply(200, { id: 8, firstname: "Sam" });
    sends({ ...toJo, body_text: "Sam", macros: [{ id: 12 }], ...(sender && { sender: { id } }) });
    await run("replyToTicket", { ticket_id: 7, macro_id: 12, sender });
  });

  it.each([
    ["{{ticket.customer.integrations.shopify.orders[0].name}}", undefined],
    ["{{ticket.created_datetime|datetime_format('L')}}", undefined],
    ["{{ticket.customer}}", undefined],
    ["{{ticket.messages}}", undefined],
    ["{{ticket.unheard_of}}", undefined],
    ["{{ticket.sender.email}}", undefined],
    ["{{constructor.name}}", undefined],
    ["{{ }}", undefined],
    ["{% if ticket.id %}", undefined],
    ["Hi {{ticket.customer.name", "{{"],
  ])("with %s in its text is refused by name, and nothing is sent", async (body_text, named) => {
    reads(ticketWith(question));
    macro({ body_text });
    await expect(failure("replyToTicket", { ticket_id: 7, macro_id: 12 })).resolves.toMatchObject({
      message: `Macro ID: the macro 12 has ${named ?? body_text} in its text, which only Gorgias can fill in. Nothing was sent.`,
    });
  });

  it("with several such, in text or HTML, names them all once", async () => {
    reads(ticketWith(question));
    macro({ body_text: "{{a}} {{b}} {{ticket.id}}", body_html: "{{a}}{{c}}" });
    const { message } = await failure("replyToTicket", { ticket_id: 7, macro_id: 12 });
    expect(message).toContain("the macro 12 has {{a}}, {{b}}, {{c}} in its text");
  });

  it.each([
    [{ body_text: "", body_html: null }, "setResponseText"],
    [{ body_text: "Hi" }, "setPriority"],
  ])("without a text is refused: %j of %s", async (given, name) => {
    reads(ticketWith(question));
    macro(given, name);
    await expect(failure("replyToTicket", { ticket_id: 7, macro_id: 12 })).resolves.toMatchObject({
      message: "Macro ID: the macro 12 has no text to reply with. Write one, or choose another.",
    });
  });
});
