import component from "../../src";

const keys = (safety: string) =>
  Object.values(component.actions ?? {})
    .filter((action) => action.performSafety === safety)
    .map(({ key }) => key)
    .sort();

const changes =
  /^(add|archive|assign|cancel|close|create|delete|findOr|merge|raw|remove|reply|set|snooze|unarchive|update|upload)/;

it("an action is safe to run inline exactly when it only reads", () => {
  expect(keys("SAFE").filter((key) => changes.test(key))).toEqual([]);
  expect(keys("NOT_ALLOWED").filter((key) => !changes.test(key))).toEqual([]);
  expect([...keys("SAFE"), ...keys("NOT_ALLOWED")]).toHaveLength(
    Object.keys(component.actions ?? {}).length,
  );
});
