import { component as convert, dataSource, trigger } from "@prismatic-io/spectral";
import { PAGES, referencePage } from "../../docs/generate";
import { slug } from "../../docs/markdown";
import { reference } from "../../docs/reference";
import component from "../../src";
import { actions } from "../../src/actions";
import { endpointOf } from "../../src/actions/route";

const { committed } = referencePage;

/** The part of the reference below one heading. */
function section(title: string): string {
  const [, rest = ""] = committed().split(`\n### ${title}\n`);
  return rest.split(/\n##/)[0] ?? "";
}

const labels = (inputs: readonly { label: string }[]) => inputs.map(({ label }) => label);

it.each(PAGES)(
  "$name is what the component makes of it (if not: npm run docs)",
  ({ name, committed, generated }) => {
    if (committed() !== generated()) {
      throw new Error(
        `${name} does not fit the component any more. Run npm run docs and commit the result.`,
      );
    }
  },
);

it.each(PAGES)("$name is the same each time it is made", ({ generated }) => {
  expect(generated()).toBe(generated());
});

it.each([
  ...Object.values(actions),
  ...Object.values(component.triggers).map(({ display }) => display),
])("README.md leads to $label", ({ label }) => {
  const readme = PAGES.find(({ name }) => name === "README.md")?.committed();
  expect(readme).toContain(`[${label}](docs/reference.md#${slug(label)})`);
});

describe.each(component.connections)("the connection $label", ({ key, label, inputs }) => {
  it("stands in the reference with its key", () => {
    expect(section(label)).toContain(`\`${key}\``);
  });

  it.each(labels(inputs))("shows the input %s", (input) => {
    expect(section(label)).toContain(`\n| ${input} |`);
  });
});

const shared = ["Connection", "Debug Request"];

it.each(shared)("the input %s, which every action has, is shown once", (label) => {
  expect(committed().split(`\n| ${label} |`)).toHaveLength(2);
});

describe.each(Object.values(component.actions))("the action $key", ({ key, display, inputs }) => {
  it("stands in the reference with its key and description", () => {
    expect(section(display.label)).toContain(`\`${key}\`: ${display.description}`);
  });

  it("names the endpoint that it calls, unless it can call any", () => {
    const { route } = actions[key] ?? {};
    const [, called] = /It calls `(.*?)`\./.exec(section(display.label)) ?? [];
    expect(called).toBe(route && endpointOf(route));
  });

  it("says what comes back", () => {
    expect(section(display.label)).toMatch(/\*\*What comes back\.\*\* \w+/);
  });

  it("shows each of its own inputs, in their order", () => {
    const rows = [...section(display.label).matchAll(/^\| ([^|]+) \| `\w+` \|(?: [^|]* \|){4}$/gm)];
    expect(rows.map(([, label]) => label)).toEqual(
      labels(inputs).filter((label) => !shared.includes(label)),
    );
  });
});

it("one action, Update Ticket, begins with a warning", () => {
  expect(section("Update Ticket").trimStart()).toMatch(/^> \*\*Careful:\*\* Status says open/);
  expect(committed().match(/^> \*\*Careful/gm)).toHaveLength(1);
});

it("triggers and pick lists stand in the reference as soon as a component has some", () => {
  const label = "Every Hour";
  const page = reference(
    convert({
      ...{
        key: "clock",
        display: { label: "Clock", description: "Tells the time.", iconPath: "" },
      },
      triggers: {
        hourly: trigger({
          display: { label, description: "Starts a flow every hour." },
          inputs: { from: { label: "From", type: "string", comments: "The first hour." } },
          perform: async (_context, payload) => ({ payload }),
          scheduleSupport: "required",
          synchronousResponseSupport: "invalid",
        }),
      },
      dataSources: {
        hours: dataSource({
          display: { label: "Select Hour", description: "Every hour of the day." },
          inputs: {},
          dataSourceType: "picklist",
          perform: async () => ({ result: ["one"] }),
          examplePayload: { result: ["one"] },
        }),
      },
    }),
    [],
  );
  expect(page).toContain("## Triggers");
  expect(page).toContain("`hourly`: Starts a flow every hour. It runs on a schedule.");
  expect(page).toContain("| From | `from` | text |");
  expect(page).toContain("### Select Hour\n\n`hours`: Every hour of the day.");
  expect(page).toContain('{ "result": ["one"] }');
});
