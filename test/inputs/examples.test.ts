import component from "../../src";
import { actions } from "../../src/actions";
import type { Field } from "../../src/fields/field";

/** What a form shows of an input. */
interface Shown {
  readonly key: string;
  readonly type: string;
  readonly example?: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly collection?: string;
  readonly dataSource?: string;
  readonly model?: readonly unknown[];
  readonly default?: unknown;
}

const inputs = Object.entries(actions).flatMap(([key, { inputs }]) =>
  Object.entries(inputs).map(([name, field]) => ({ action: key, name, field, ...display(field) })),
);

function display(field: Field<unknown>): Omit<Shown, "key"> {
  return field.display as Omit<Shown, "key">;
}

/** What a form says itself: what can be chosen, switched or picked, and what is put together. */
const saysItself = ({ type, model, collection }: Omit<Shown, "key">) =>
  ["boolean", "connection", "template"].includes(type) ||
  (model !== undefined && collection === undefined);

const forms = [
  ...Object.values({ ...component.actions, ...component.triggers, ...component.dataSources }).map(
    (step) => ({ form: step.key, inputs: step.inputs as readonly Shown[] }),
  ),
  ...(component.connections ?? []).map((one) => ({
    form: one.key,
    // What is hidden as it is typed has nothing to show.
    inputs: (one.inputs as readonly Shown[]).filter(({ type }) => type !== "password"),
  })),
];

it.each(forms)("$form: every input shows what goes into it", ({ inputs }) => {
  const bare = inputs.filter((one) => !saysItself(one) && !one.example && !one.placeholder);
  expect(bare.map(({ key }) => key)).toEqual([]);
});

it.each(inputs.filter(({ required }) => required))(
  "$action: the required $name has an example",
  ({ example }) => {
    expect(example).toBeTruthy();
  },
);

/** A row of a key-value list is written `key: value`. */
const filledIn = ({ example = "", collection }: Omit<Shown, "key">) => {
  const [key = "", ...value] = example.split(": ");
  return collection === "keyvaluelist" ? [{ key, value: value.join(": ") }] : example;
};

it.each(inputs.filter(({ example }) => example))(
  "$action: $name takes its own example",
  ({ field, name, ...shown }) => {
    expect(field.read(filledIn(shown), name)).toBeDefined();
  },
);

it.each(inputs.filter(({ placeholder }) => placeholder))(
  "$action: $name takes its own placeholder",
  ({ field, name, placeholder }) => {
    expect(field.read(placeholder, name)).toBeDefined();
  },
);

/** Inputs about another one of their kind than most: why, and which. */
const OTHERS: Readonly<Record<string, string>> = {
  "deleteUser.id": "the owner of the account cannot be deleted",
  "updateUser.id": "the role of the owner cannot be changed",
  "mergeCustomers.source_id": "is merged into the example of the others",
  "mergeTags.source_tags_ids": "is merged into the example of the others",
};

const picked = inputs.filter(
  ({ action, name, dataSource, example }) =>
    dataSource !== undefined && /^\d+$/.test(example ?? "") && !(`${action}.${name}` in OTHERS),
);
const kinds = new Set(picked.map(({ dataSource }) => dataSource));

it.each(
  // A field of tickets and one of customers are two kinds.
  [...kinds].filter((kind) => kind !== "selectCustomField"),
)("what %s offers has the same example in every form", (kind) => {
  const examples = picked.filter((one) => one.dataSource === kind).map(({ example }) => example);
  expect([...new Set(examples)]).toHaveLength(1);
});

const further = Object.entries(actions).flatMap(([key, { inputs, route = "" }]) =>
  inputs.additionalFields
    ? [{ key, inputs, route, example: display(inputs.additionalFields).example ?? "" }]
    : [],
);

/** Nulls that mean something where a record is made. */
const MEANT: Readonly<Record<string, string>> = {
  "createSatisfactionSurvey.should_send_datetime": "the survey is never sent",
  "createRule.description": "a rule's fields all have inputs that say as much",
};

it.each(further)(
  "$key: Additional Fields show what no plain input says, or the null that clears a field",
  ({ key, inputs, route, example }) => {
    const fields = Object.entries(JSON.parse(example));
    expect(fields).not.toEqual([]);
    const plain = fields.filter(
      ([name, value]) =>
        name in inputs &&
        !(value === null
          ? route.startsWith("PUT") || `${key}.${name}` in MEANT
          : typeof value === "object"),
    );
    expect(plain).toEqual([]);
  },
);

it("Additional Fields of no two new records have the same example", () => {
  const made = further.filter(({ route }) => route.startsWith("POST"));
  expect(new Set(made.map(({ example }) => example)).size).toBe(made.length);
});
