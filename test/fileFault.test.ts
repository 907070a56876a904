import { fileFault } from "../src/fileFault";

it.each([
  ["EACCES", "this user has no permission for it"],
  ["EISDIR", "it is a folder"],
  ["EOTHER", "EOTHER: in Node's words"],
])("a file that cannot be used because of %s says why", (code, words) => {
  const thrown = Object.assign(new Error(`${code}: in Node's words`), { code });
  expect(fileFault(thrown)).toBe(words);
});
