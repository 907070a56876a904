import { listenFault as sandboxFault } from "../../sandbox/listenFault";
import { fileFault } from "../../src/fileFault";
import { listenFault } from "../../src/mcp/faults";

/** What Node throws. */
const thrown = (code: string) => Object.assign(new Error(`${code}: in Node's words`), { code });

it.each([
  ["EACCES", "80: this user may not use the port. Choose one from 1024 on with --port."],
  ["EADDRNOTAVAIL", "80: this machine does not have that address."],
  ["EOTHER", "80: EOTHER: in Node's words"],
])("a server that cannot listen because of %s says what to do", (code, words) => {
  expect(listenFault(thrown(code), "127.0.0.1", 80).message).toContain(
    `Cannot listen on 127.0.0.1:${words}`,
  );
});

it("the sandbox says it of its own port, and nothing of another failure", () => {
  expect(sandboxFault(thrown("EACCES"), 80)).toBe(
    "The sandbox cannot listen on port 80: this user may not. Choose a port from 1024 on with --port; 0 picks a free one.",
  );
  expect(sandboxFault(thrown("EOTHER"), 80)).toBeUndefined();
});

it.each([
  ["EACCES", "this user has no permission for it"],
  ["EISDIR", "it is a folder"],
  ["EOTHER", "EOTHER: in Node's words"],
])("a file that cannot be used because of %s says why", (code, words) => {
  expect(fileFault(thrown(code))).toBe(words);
});
