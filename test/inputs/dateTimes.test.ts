import { getInputs } from "@prismatic-io/spectral/dist/generators/componentManifest/getInputs";
import { createHarness } from "@prismatic-io/spectral/dist/testing";
import { builtComponent } from "../support/bundle";
import { connection, newLog } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

const component = builtComponent();
const harness = createHarness(component);

const steps = { ...component.actions, ...component.triggers };
const dates = Object.values(steps).flatMap(({ key, inputs }) =>
  inputs
    .filter(({ type }) => type === "timestamp")
    .map((input) => ({ key, name: input.key, input })),
);

it("every date-time is picked, and none is typed as text", () => {
  expect(dates.length).toBeGreaterThan(30);
  const texts = Object.values(steps)
    .flatMap(({ inputs }) => inputs)
    .filter(({ key, type }) => key.endsWith("_datetime") && type !== "timestamp");
  expect(texts.map(({ key, type }) => [key, type])).toEqual([["created_datetime", "code"]]);
});

it.each(dates)(
  "$key: $name is blank until somebody picks a moment, and shows the form of one",
  ({ input }) => {
    expect(input).toMatchObject({ default: "", placeholder: input.example });
  },
);

it.each(dates)("$key: code that uses the component gives $name as text", ({ input }) => {
  expect(getInputs({ inputs: [input] })).toMatchObject([{ valueType: "string" }]);
});

/** What the platform hands over for inputs that nobody has touched: their defaults. */
const untouched = (key: string) =>
  Object.fromEntries(
    (component.actions[key]?.inputs ?? []).map((input) => [input.key, input.default]),
  );

async function run(key: string, given: object): Promise<void> {
  const { logger } = newLog();
  await harness.action(key, { ...untouched(key), connection, ...given }, { logger });
}

it("a date-time that nobody touched is left out of the request", async () => {
  gorgias()
    .post("/api/satisfaction-surveys", { ticket_id: 1, customer_id: 2 })
    .reply(201, { id: 3 });
  await run("createSatisfactionSurvey", { ticket_id: "1", customer_id: "2" });
});

it("so is one in a filter of a list", async () => {
  gorgias().get("/api/events").reply(200, { data: [], meta: {} });
  await run("listEvents", {});
});

it.each([
  ["what a picker hands over", "2026-03-01T09:30:00.000Z", "2026-03-01T09:30:00.000Z"],
  ["another zone", "2026-03-01T09:30:00+01:00", "2026-03-01T09:30:00+01:00"],
  ["a date alone", "2026-03-01", "2026-03-01T00:00:00Z"],
  ["a reference to a Date", new Date("2026-03-01T09:30:00Z"), "2026-03-01T09:30:00.000Z"],
])("%s is sent as the moment that it is", async (_what, scored_datetime, sent) => {
  gorgias()
    .post("/api/satisfaction-surveys", { ticket_id: 1, customer_id: 2, scored_datetime: sent })
    .reply(201, { id: 3 });
  await run("createSatisfactionSurvey", { ticket_id: "1", customer_id: "2", scored_datetime });
});
