import { actions } from "../../src/actions";
import type { Field } from "../../src/fields/field";

const inputs = Object.entries(actions).flatMap(([key, { inputs }]) =>
  Object.entries(inputs).map(([name, field]) => ({ action: key, name, field })),
);

const display = ({ display }: Field<unknown>) =>
  display as { example?: string; required?: boolean };

it.each(inputs.filter(({ field }) => display(field).required))(
  "$action: the required $name has an example",
  ({ field }) => {
    expect(display(field).example).toBeTruthy();
  },
);

it.each(inputs.filter(({ field }) => display(field).example))(
  "$action: $name takes its own example",
  ({ name, field }) => {
    expect(field.read(display(field).example, name)).toBeDefined();
  },
);
