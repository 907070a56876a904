import { satisfactionSurvey } from "../../src/schemas/satisfactionSurvey";
import { widget } from "../../src/schemas/widget";
import recorded from "../schemas/recorded/list-satisfaction-surveys.json";
import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

/** Answers one look at an object, and takes this whole for it. */
function replaces(path: string, before: object, whole: object): void {
  gorgias().get(path).reply(200, before);
  gorgias()
    .put(path, (sent) => {
      expect(sent).toStrictEqual(whole);
      return true;
    })
    .reply(202, before);
}

const [unanswered, answered] = recorded.response.data;

describe("Update Satisfaction Survey", () => {
  it("sends all that can be written, and nothing that only Gorgias sets", async () => {
    const { id, uri, ...writable } = answered ?? {};
    replaces(
      `/api/satisfaction-surveys/${id}`,
      { id, uri, ...writable, new_thing: 1 },
      {
        ...writable,
        body_text: "Thanks!",
      },
    );
    await run("updateSatisfactionSurvey", { id, body_text: "Thanks!" });
  });

  it("sends null again where a survey is not to be sent", async () => {
    const { id, uri: _, ...writable } = unanswered ?? {};
    expect(writable).toMatchObject({ should_send_datetime: null });
    replaces(`/api/satisfaction-surveys/${id}`, { ...unanswered }, { ...writable, score: 1 });
    await run("updateSatisfactionSurvey", { id, score: "1" });
  });

  it("Additional Fields come last, and clear with null", async () => {
    const { id, uri: _, ...writable } = satisfactionSurvey.example;
    replaces(`/api/satisfaction-surveys/${id}`, satisfactionSurvey.example, {
      ...writable,
      score: null,
      ticket_id: 7,
    });
    await run("updateSatisfactionSurvey", {
      id,
      score: "4",
      ticket_id: 7,
      additionalFields: { score: null },
    });
  });

  it("what Get Satisfaction Survey answered goes back as it is", async () => {
    const { id, uri: _, meta: __, ...writable } = satisfactionSurvey.example;
    const { score: ___, ...before } = writable;
    replaces(
      `/api/satisfaction-surveys/${id}`,
      { id, ...before, meta: null },
      {
        ...writable,
        meta: null,
      },
    );
    await run("updateSatisfactionSurvey", { ...satisfactionSurvey.example });
  });

  it.each([
    ["score", "6", 'Score: expected a whole number from 1 to 5, got "6".'],
    ["score", 0, "Score: expected a whole number from 1 to 5, got 0."],
    ["body_text", "x".repeat(1001), "Body Text: expected at most 1000 characters, got 1001."],
  ])("refuses %s before any request", async (key, value, message) => {
    const error = await failure("updateSatisfactionSurvey", { id: 1, [key]: value });
    expect(error.message).toBe(message);
  });

  it.each([
    ["{}", "Gorgias answered without id. What is there would be lost with the change."],
    [
      JSON.stringify({ ...satisfactionSurvey.example, meta: { a: "N" } }).replace('"N"', "1e400"),
      "meta.a has more digits than can be kept, so sending it back would change it.",
    ],
  ])("changes nothing where the survey is %s", async (answer, problem) => {
    gorgias()
      .get("/api/satisfaction-surveys/1")
      .reply(200, answer, { "content-type": "application/json" });
    const error = await failure("updateSatisfactionSurvey", { id: 1, body_text: "Thanks!" });
    expect(error.message).toBe(`GET /api/satisfaction-surveys/1: ${problem} Nothing was changed.`);
  });

  it("does without what an answer may lack", async () => {
    const { meta: _, ...known } = satisfactionSurvey.example;
    gorgias()
      .get("/api/satisfaction-surveys/1")
      .reply(200, { ...known, ticket_id: 8, score: 2 });
    gorgias()
      .put(
        "/api/satisfaction-surveys/1",
        (body) => body.score === 5 && body.ticket_id === 8 && !("meta" in body),
      )
      .reply(200, known);
    await run("updateSatisfactionSurvey", { id: 1, score: 5 });
  });

  it("a survey that is gone is not made anew", async () => {
    gorgias()
      .get("/api/satisfaction-surveys/1")
      .reply(404, { error: { msg: "Gone." } });
    const error = await failure("updateSatisfactionSurvey", { id: 1, score: 5 });
    expect(error.message).toMatch(/^GET \/api\/satisfaction-surveys\/1: Gorgias answered 404/);
  });
});

describe("Update Widget", () => {
  const { id, uri: _, created_datetime: __, updated_datetime: ___, ...writable } = widget.example;

  it("sends all that can be written, and nothing that only Gorgias sets", async () => {
    replaces(`/api/widgets/${id}`, widget.example, { ...writable, order: 3 });
    await run("updateWidget", { id, order: "3" });
  });

  it("leaves out what is null and must not be", async () => {
    const { context: _context, order: _order, ...others } = writable;
    replaces(
      `/api/widgets/${id}`,
      { ...widget.example, context: null, order: null },
      {
        ...others,
        type: "shopify",
      },
    );
    await run("updateWidget", { id, type: "shopify" });
  });

  it("replaces the template as a whole", async () => {
    const template = { type: "wrapper", widgets: [{ path: "", type: "card", title: "New" }] };
    replaces(`/api/widgets/${id}`, widget.example, { ...writable, template });
    await run("updateWidget", { id, template: JSON.stringify(template) });
  });
});

describe("a widget's template", () => {
  const part = { path: "order", type: "card", title: "Order" };
  const wrapper = { type: "wrapper", widgets: [part] };

  it.each([
    ["a wrapper", wrapper],
    ["what it wraps", [part]],
    ["a wrapper that doesn't say so", { widgets: [part] }],
    [
      "of parts without path and title",
      [{ type: "card" }],
      { type: "wrapper", widgets: [{ type: "card" }] },
    ],
  ])("is %s", async (_, template, sent: Record<string, unknown> = wrapper) => {
    gorgias()
      .post("/api/widgets", { type: "custom", template: sent } as never)
      .reply(201, { id: 1 });
    await run("createWidget", { type: "custom", template });
  });

  it.each([
    [{ type: "card", widgets: [part] }, "Template.type: expected one of wrapper, got card."],
    [
      { widgets: [{ ...part, type: undefined }] },
      "Template.widgets[0].type: expected text, got nothing.",
    ],
    [[{ path: "a", type: "card", title: 5 }, 5], "Template.widgets[1]: expected an object, got 5."],
    [{ type: "wrapper" }, "Template.widgets: expected a list, got nothing."],
  ])("%j is refused by its path", async (template, message) => {
    const error = await failure("createWidget", { type: "custom", template });
    expect(error.message.replaceAll('"', "")).toBe(message);
  });
});

it.each([
  ["updateWidget", "/api/widgets/7"],
  ["updateSatisfactionSurvey", "/api/satisfaction-surveys/7"],
  ["updateIntegration", "/api/integrations/7"],
  ["updateJob", "/api/jobs/7"],
  ["updateView", "/api/views/7"],
])("%s with nothing filled in answers what is there, and writes nothing", async (key, path) => {
  gorgias().get(path).reply(200, { id: 7, name: "as it is" });
  await expect(run(key, { id: 7, additionalFields: " " })).resolves.toEqual({
    id: 7,
    name: "as it is",
  });
});
