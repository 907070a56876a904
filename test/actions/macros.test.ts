import { readFileSync } from "node:fs";
import path from "node:path";
import { failure, run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const file = path.join(__dirname, "..", "schemas", "recorded", "list-macros.json");
const [recorded] = JSON.parse(readFileSync(file, "utf8")).response.data;

const text = {
  name: "setResponseText",
  title: "Set response text",
  arguments: { body_text: "Thanks", body_html: "<div>Thanks</div>" },
};
const hook = { name: "http", title: "Tell the shop", type: "system", arguments: { url: "x" } };
const tagged = { name: "addTags", title: "Add tags", arguments: { tags: "a,b" } };

const isThere = (...actions: object[]) =>
  gorgias()
    .get("/api/macros/7")
    .reply(200, { ...recorded, id: 7, actions });

const isChanged = (body: object) =>
  gorgias()
    .put("/api/macros/7", (sent) => {
      expect(sent).toEqual(body);
      return true;
    })
    .reply(202, { id: 7 });

const update = (inputs: object) => run("updateMacro", { id: 7, ...inputs });

describe("Create Macro", () => {
  const isMade = (body: object) =>
    gorgias()
      .post("/api/macros", (sent) => {
        expect(sent).toEqual(body);
        return true;
      })
      .reply(201, { id: 7 });

  it("needs a name alone", async () => {
    isMade({ name: "Thanks" });
    await expect(run("createMacro", { name: "Thanks" })).resolves.toEqual({ id: 7 });
  });

  it("makes actions of the form", async () => {
    isMade({
      name: "Thanks",
      language: "en",
      actions: [
        {
          name: "setResponseText",
          title: "Add response text",
          arguments: { body_text: "Thanks", body_html: "<p>Thanks</p>" },
        },
        { name: "addTags", title: "Add tags", arguments: { tags: "vip,shipping" } },
        { name: "setPriority", title: "Set priority", arguments: { priority: "high" } },
      ],
    });
    await run("createMacro", {
      name: "Thanks",
      language: "en",
      body_text: "Thanks",
      body_html: "<p>Thanks</p>",
      tags: [{ id: 1, name: "vip" }, "shipping"],
      priority: "high",
    });
  });

  it("fills the form into what JSON says", async () => {
    isMade({
      name: "Thanks",
      actions: [
        hook,
        { ...text, arguments: { body_text: "Merci", body_html: "<div>Merci</div>" } },
      ],
    });
    await run("createMacro", {
      name: "Thanks",
      actions: JSON.stringify([hook, text]),
      body_text: "Merci",
    });
  });

  it("takes a macro as it came back", async () => {
    isMade({ name: "Thanks", actions: [text] });
    await run("createMacro", recorded);
  });
});

describe("Update Macro", () => {
  it("does not read the macro where nothing changes about what it does", async () => {
    isChanged({ name: "Merci", language: "fr" });
    await expect(update({ name: "Merci", language: "fr", actions: "[]" })).resolves.toEqual({
      id: 7,
    });
    isChanged({ intent: null });
    await update({ additionalFields: { intent: null } });
  });

  it.each([
    [
      { body_text: "1 < 2 & 3,\n{{ticket.customer.name}}" },
      { body_html: "<div>1 &lt; 2 &amp; 3,<br>{{ticket.customer.name}}</div>" },
    ],
    [{ body_html: "<p>Merci &amp; bye</p>" }, { body_text: "Merci & bye" }],
    [{ body_text: "Merci", body_html: "<p>Merci beaucoup</p>" }, {}],
  ])(
    "makes text and HTML of %j say the same, and keeps title, other arguments and other actions",
    async (given, made) => {
      const before = { ...text, arguments: { ...text.arguments, more: 1 } };
      isThere(hook, before, tagged);
      isChanged({
        actions: [hook, { ...text, arguments: { more: 1, ...given, ...made } }, tagged],
      });
      await update(given);
    },
  );

  it("puts an action into the place of those that have its name, and a new one at the end", async () => {
    const other = { name: "addTags", arguments: { tags: "c" } };
    const priority = { name: "setPriority", arguments: { priority: "low" } };
    isThere(tagged, hook, text);
    isChanged({ actions: [other, hook, text, priority] });
    await update({ actions: JSON.stringify([priority, other]) });
  });

  describe("of several actions with one name", () => {
    const shop = { name: "http", title: "Tell the shop", arguments: { url: "x" } };
    const depot = { name: "http", title: "Tell the depot", arguments: { url: "y" } };
    const third = { name: "http", title: "Tell Sam", arguments: { url: "z" } };
    const changed = (one: typeof shop) => ({ ...one, arguments: { url: "new" } });

    it.each([
      [
        "the one with the title",
        [shop, text, depot],
        [changed(depot)],
        [shop, text, changed(depot)],
      ],
      ["all", [shop, depot], [changed(depot), changed(shop)], [changed(shop), changed(depot)]],
      ["all, beside a new one", [shop, depot], [depot, third, shop], [shop, depot, third]],
      [
        "those with one title, in their order",
        [shop, text, shop],
        [changed(shop), shop],
        [changed(shop), text, shop],
      ],
    ])("replaces %s", async (_, there, given, sent) => {
      isThere(...there);
      isChanged({ actions: sent });
      await update({ actions: given });
    });

    const unclear =
      "Actions: the macro has several actions named http, and it is not clear which of them is meant. Give each one that changes the title that it has, or all of them with this name. Nothing was changed.";

    it.each([
      ["a title that none has", [shop, depot], [third]],
      ["no title", [shop, depot], [{ name: "http" }]],
      ["a title that several have", [shop, shop], [shop]],
      ["a title of some", [shop, depot], [shop, third]],
    ])("refuses %s", async (_, there, given) => {
      isThere(...there);
      const { message } = await failure("updateMacro", { id: 7, actions: given });
      expect(message).toBe(unclear);
    });

    it("the form cannot say which it means", async () => {
      isThere(tagged, { ...tagged, title: "More" });
      const { message } = await failure("updateMacro", { id: 7, tags: "vip" });
      expect(message).toBe(
        "Tags: the macro has several actions named addTags, and it is not clear which of them is meant: use Actions instead. Nothing was changed.",
      );
    });
  });

  it("keeps all of several actions with one name", async () => {
    const second = { ...hook, arguments: { url: "y" } };
    isThere(hook, text);
    isChanged({ actions: [hook, second, text] });
    await update({ actions: [hook, second] });
  });

  it("replaces tags and priority, and adds what is not there", async () => {
    isThere(tagged);
    isChanged({
      actions: [
        { ...tagged, arguments: { tags: "c" } },
        { name: "setPriority", title: "Set priority", arguments: { priority: "critical" } },
      ],
    });
    await update({ tags: "c", priority: "critical" });
  });

  it("makes what is given all that the macro does, without reading it", async () => {
    isChanged({ actions: [hook] });
    await update({ actions: [hook], replaceActions: true });
    isChanged({ actions: [tagged] });
    await update({ tags: "a, b", replaceActions: true });
  });

  it("refuses to replace everything by nothing", async () => {
    await expect(failure("updateMacro", { id: 7, replaceActions: true })).resolves.toMatchObject({
      message:
        "Replace Actions: needs Actions or one of Body Text, Body HTML, Tags, Priority beside it.",
    });
  });

  it("fills in a macro that does nothing yet", async () => {
    for (const actions of [[], null, [null]]) {
      gorgias().get("/api/macros/7").reply(200, { id: 7, name: "Empty", actions });
      isChanged({
        actions: [{ name: "addTags", title: "Add tags", arguments: { tags: "vip" } }],
      });
      await update({ tags: "vip" });
    }
  });

  it.each([
    [
      '{ "name": "Odd" }',
      "Gorgias answered without actions. What is there would be lost with the change.",
    ],
    ["[]", "Gorgias answered without actions. What is there would be lost with the change."],
    ["null", "Gorgias answered without actions. What is there would be lost with the change."],
    ['{ "actions": "none" }', "expected a list as actions."],
    ['{ "actions": [null, 5] }', "expected an object as actions[1]."],
    [
      '{ "actions": [{ "name": "http", "arguments": { "value": 12345678901234567890 } }] }',
      "actions[0].arguments.value has more digits than can be kept, so sending it back would change it.",
    ],
    [
      '{ "actions": [{ "name": "http", "arguments": { "a": [1e400] } }] }',
      "actions[0].arguments.a[0] has more digits than can be kept, so sending it back would change it.",
    ],
  ])("changes nothing where the macro is %s", async (answer, problem) => {
    gorgias().get("/api/macros/7").reply(200, answer, { "content-type": "application/json" });
    await expect(failure("updateMacro", { id: 7, tags: "vip" })).resolves.toMatchObject({
      name: "GorgiasError",
      message: `GET /api/macros/7: ${problem} Nothing was changed.`,
    });
  });

  it("what is replaced may have any number in it", async () => {
    gorgias()
      .get("/api/macros/7")
      .reply(
        200,
        '{ "usage": 1e400, "actions": [{ "name": "http", "arguments": { "a": 1e400 } }] }',
        {
          "content-type": "application/json",
        },
      );
    isChanged({ actions: [hook] });
    await update({ actions: [hook] });
  });

  it("takes a macro as it came back", async () => {
    isThere(hook, { name: "setResponseText", arguments: null });
    isChanged({ name: "Thanks", actions: [hook, text] });
    await run("updateMacro", { ...recorded, id: 7 });
  });

  it("changes nothing where the macro is gone", async () => {
    gorgias()
      .get("/api/macros/7")
      .reply(404, { error: { msg: "Macro 7 not found." } });
    const { message } = await failure("updateMacro", { id: 7, tags: "vip" });
    expect(message).toMatch(/^GET \/api\/macros\/7: Gorgias answered 404/);
  });

  it.each([
    [{ tags: ["vip", "a, b"] }, 'Tags: expected tags without a comma in their names, got "a, b".'],
    [{ actions: [{ title: "x" }] }, "Actions[0].name: expected text, got nothing."],
    [
      { actions: [text, { name: "addTags", arguments: "vip" }] },
      'Actions[1].arguments: expected an object, got "vip".',
    ],
  ])("refuses %j", async (given, message) => {
    const error = await failure("updateMacro", { id: 7, ...given });
    expect(error.message).toBe(message);
  });
});

it("Delete Macro answers what it deleted", async () => {
  gorgias().delete("/api/macros/7").reply(204);
  await expect(run("deleteMacro", { id: 7 })).resolves.toEqual({ id: 7, deleted: true });
});

describe("List Macros", () => {
  it("repeats tags and languages in its query", async () => {
    gorgias()
      .get(
        "/api/macros?tags=vip&tags=a&languages=en&languages=fr&ticket_id=9&archived=false&order_by=relevance%3Adesc",
      )
      .reply(200, page([recorded]));
    await expect(
      run("listMacros", {
        tags: "vip, a",
        languages: ["en", "fr"],
        ticket_id: 9,
        archived: "No",
        order_by: "relevance:desc",
      }),
    ).resolves.toEqual(page([recorded]));
  });

  it("cannot order by relevance without a ticket", async () => {
    await expect(failure("listMacros", { order_by: "relevance:asc" })).resolves.toMatchObject({
      message: "Order By: relevance needs a Ticket ID beside it.",
    });
  });
});

describe.each([
  ["archiveMacros", "archive", "archived"],
  ["unarchiveMacros", "unarchive", "unarchived"],
])("%s", (key, name, done) => {
  const well = { id: 7, status: "success", error: null };
  const ill = { id: 8, status: "error", error: "Macro not found." };
  const isAsked = (answer?: object) =>
    gorgias()
      .put(`/api/macros/${name}`, { ids: [7, 8] })
      .reply(200, answer);

  it.each([
    [{ data: [well, ill] }, [well, ill]],
    [
      [well, ill],
      [well, ill],
    ],
    [undefined, []],
  ])("says what became of each macro, where Gorgias answers %j", async (answer, data) => {
    isAsked(answer);
    await expect(run(key, { ids: "7, 8" })).resolves.toEqual({ data });
  });

  it("fails where nothing was done about any of them", async () => {
    isAsked({
      data: [
        { ...ill, id: 7 },
        { ...ill, error: { msg: "In use." } },
      ],
    });
    await expect(failure(key, { ids: [7, 8] })).resolves.toMatchObject({
      name: "GorgiasError",
      message: `PUT /api/macros/${name}: Gorgias ${done} none of the macros. 7: Macro not found.; 8: {"msg":"In use."}`,
    });
  });

  it("fails where a status alone says so", async () => {
    isAsked({
      data: [
        { id: 7, status: "error" },
        { id: 8, status: "failed", error: "" },
      ],
    });
    const { message } = await failure(key, { ids: [7, 8] });
    expect(message).toBe(
      `PUT /api/macros/${name}: Gorgias ${done} none of the macros. 7: error; 8: failed`,
    );
  });

  it("says that an earlier try may have done it, whose answer was lost", async () => {
    gorgias().put(`/api/macros/${name}`).reply(502);
    isAsked({ data: [7, 8].map((id) => ({ id, status: "error", error: `Already ${done}.` })) });
    const { message } = await failure(key, { ids: [7, 8] });
    expect(message).toBe(
      `PUT /api/macros/${name}: tried 2 times, and the last answer has an error for each of the macros. An earlier try may have carried this out: look in Gorgias before you send it again. 7: Already ${done}.; 8: Already ${done}.`,
    );
  });

  it("takes macros as List Macros answered them, 30 at the most", async () => {
    isAsked({ data: [well] });
    await run(key, {
      ids: page([
        { ...recorded, id: 7 },
        { ...recorded, id: 8 },
      ]),
    });
    const ids = Array.from({ length: 31 }, (_, index) => index + 1);
    await expect(failure(key, { ids })).resolves.toMatchObject({
      message: "Macro IDs: expected at most 30 IDs, got 31.",
    });
  });
});
